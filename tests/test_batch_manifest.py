"""Manifests: what is read, and what is refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from align.batch.manifest import Entry, corpus_manifest, manifest_csv, pair_folders, read_manifest
from align.errors import InputError

WriteText = Callable[..., Path]
TWO = (Entry("one", "en/1.txt", "ar/1.txt"), Entry("two", "en/2.txt", "ar/2.txt"))


@pytest.mark.parametrize(
    "content, name",
    [
        ("id,left,right\none,en/1.txt,ar/1.txt\ntwo,en/2.txt,ar/2.txt\n", "m.csv"),
        ("id;left;right\r\none;en/1.txt;ar/1.txt\r\ntwo;en/2.txt;ar/2.txt\r\n", "m.csv"),
        ("score\tright\tleft\tid\n.9\tar/1.txt\ten/1.txt\tone\n.8\tar/2.txt\ten/2.txt\ttwo\n", "m.tsv"),
        ("\ufeffid,left,right\none,en/1.txt,ar/1.txt\n\ntwo, en/2.txt ,ar/2.txt\n", "m.csv"),
        ("".join(json.dumps(entry._asdict()) + "\n" for entry in TWO), "m.jsonl"),
    ],
)
def test_manifest_is_read(write_text: WriteText, content: str, name: str) -> None:
    path = write_text(content, name)
    manifest = read_manifest(path)
    assert manifest.entries == TWO
    assert manifest.left_folder == manifest.right_folder == path.parent


def test_manifest_that_is_written_is_read(write_text: WriteText) -> None:
    hostile = (Entry('a,"b"', "one\ttwo.txt", "a;b.txt"), Entry("=1+1", "سطر.txt", "x y.txt"))
    assert read_manifest(write_text(manifest_csv([(*entry, 0.5) for entry in hostile], ["score"]))).entries == hostile


def test_a_number_may_be_an_id(write_text: WriteText) -> None:
    path = write_text('{"id": 7, "left": "a", "right": "b"}', "m.jsonl")
    assert read_manifest(path).entries == (Entry("7", "a", "b"),)


@pytest.mark.parametrize(
    "content, name, message",
    [
        ("", "m.csv", "empty"),
        ("id,left,right\n", "m.csv", "lists no pair"),
        ("id,left\n1,a\n", "m.csv", "no column right"),
        ("name,left\n1,a\n", "m.csv", "no column id nor right"),
        ("id,left,right\n1,a,b\n2,c,d\n1,e,f\n", "m.csv", "the id 1 twice, at lines 2 and 4"),
        ("id,left,right\n1,a\n", "m.csv", "gives no right at line 2"),
        ("id,left,right\n ,a,b\n", "m.csv", "gives no id at line 2"),
        ('id,left,right\n1,"a,b\n', "m.csv", "is no CSV at line"),
        ('{"id": "1", "left": "a", "right": "b"}\n{"id"\n', "m.jsonl", "not JSON at line 2"),
        ('["1", "a", "b"]\n', "m.jsonl", "no object at line 1"),
        ('{"id": "1", "left": true, "right": "b"}\n', "m.jsonl", "gives no left at line 1"),
        (b"PK\x03\x04\x00\x00", "m.csv", "not a text file"),
    ],
)
def test_what_is_wrong_with_a_manifest(write_text: WriteText, content: str | bytes, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_manifest(write_text(content, name))


def test_there_is_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"There is no manifest .*nowhere\.csv"):
        read_manifest(tmp_path / "nowhere.csv")


def test_folders_are_paired_by_stem(write_text: WriteText) -> None:
    for name in ("en/a.en.txt", "en/b.txt", "en/.hidden", "ar/a.ar.md", "ar/c.txt"):
        folder = write_text("x", name).parent.parent
    manifest = pair_folders(folder / "en", folder / "ar")
    assert manifest.entries == (Entry("a", "a.en.txt", "a.ar.md"),)
    assert manifest.unpaired == (str(folder / "ar/c.txt"), str(folder / "en/b.txt"))
    assert (manifest.left_folder, manifest.right_folder) == (folder / "en", folder / "ar")


def test_the_same_pairs_elsewhere_are_the_same_manifest(write_text: WriteText) -> None:
    for name in ("one/en/a.txt", "one/ar/a.txt", "two/en/a.txt", "two/ar/a.txt"):
        root = write_text("x", name).parent.parent.parent
    digests = {pair_folders(root / name / "en", root / name / "ar").digest() for name in ("one", "two")}
    assert len(digests) == 1


def test_a_stem_that_a_folder_has_twice_is_refused(write_text: WriteText) -> None:
    for name in ("en/a.txt", "en/a.md", "ar/a.txt"):
        root = write_text("x", name).parent.parent
    with pytest.raises(InputError, match=r"two files of one name: a\.md and a\.txt"):
        pair_folders(root / "en", root / "ar")


def test_folders_without_a_common_name(write_text: WriteText) -> None:
    root = write_text("x", "en/a.txt").parent.parent
    write_text("x", "ar/b.txt")
    with pytest.raises(InputError, match="No file of"):
        pair_folders(root / "en", root / "ar")


def test_a_corpus_folder_is_a_manifest(write_text: WriteText) -> None:
    root = write_text("x", "en/a.txt").parent.parent
    write_text("x", "ar/a.txt")
    assert corpus_manifest(root).entries == (Entry("a", "en/a.txt", "ar/a.txt"),)
