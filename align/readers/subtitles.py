"""SRT and WebVTT: what is said, joined from cue to cue into sentences. Times and layout are left out."""

from __future__ import annotations

import html
import io

import regex

from align.errors import InputError
from align.readers.plain import decode
from align.readers.reading import Outline, Reading

_PAUSE = 4.0  # seconds without a cue after which another sentence begins
_STYLE_TAG = regex.compile(r"\{\\[^{}\n]{0,100}\}")
_TURN = regex.compile(r"\s*[-\u2010-\u2015]\s*(?=\S)")
_SOUND = regex.compile(r"[\s\u266a-\u266f]*(?:[\[(][^\])\n]*[\])][\s\u266a-\u266f]*)*")
_SENTENCE_END = regex.compile(r"[.!?\u061f\u2026:\u061b][\"'\u201d\u00bb)\]]*\s*$")


def read(data: bytes, name: str, max_size: int) -> Reading:
    """The spoken text, a paragraph for each turn of a speaker; the name of a speaker is no text."""
    import webvtt

    text = decode(data, name)
    form = "vtt" if text.lstrip().startswith("WEBVTT") else "srt"
    try:
        cues = webvtt.from_buffer(io.StringIO(text), format=form)
    except webvtt.errors.MalformedFileError:
        raise InputError(f"{name} is a damaged subtitle file: it does not follow the {form.upper()} format.") from None
    turns: list[str] = []
    speaker, end = "", 0.0
    for cue in cues.captions:
        begins = cue.start_in_seconds - end > _PAUSE and bool(turns) and bool(_SENTENCE_END.search(turns[-1]))
        begins = begins or not turns or (cue.voice or "") != speaker
        for line in _lines(cue.text):
            turn = _TURN.match(line)
            if turn or begins:
                turns.append(line[turn.end() :] if turn else line)
            else:
                turns[-1] += f" {line}"
            begins = False
        speaker, end = cue.voice or "", cue.end_in_seconds
    outline = Outline()
    for line in turns:
        outline.paragraph(line)
    return Reading(outline.text)


def _lines(text: str) -> list[str]:
    """The lines of a cue that are spoken: [Music] and (laughs) are not."""
    lines = html.unescape(_STYLE_TAG.sub("", text)).split("\n")
    return [line for line in lines if not _SOUND.fullmatch(line)]
