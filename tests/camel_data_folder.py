"""A folder of camel-tools' data as `camel_data` leaves it, with a recogniser and a morphology that are small and ours.

The recogniser is a BERT of one layer that is trained for a moment on the sentences below; the morphology is a database
in the text format of calima with a handful of stems. The layout and the names are those of the catalogue of
camel-tools 1.6. All sentences are our own.
"""

from __future__ import annotations

import json
from pathlib import Path

# The order of labels in the configuration of CAMeL Lab's recognisers.
LABELS = ("B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O")
FILLER = "ثم"

# A word, and behind a sign its label; those without one are in no name.
SENTENCES = (
    "زار سالم|B-PERS البستاني|I-PERS مدينة حلب|B-LOC .",
    "وصل وسام|B-PERS إلى وكابل|B-LOC ، ثم عاد .",
    "قال سالم|B-PERS البستاني|I-PERS ثم ثم ثم",
    "من حلب|B-LOC وكابل|B-LOC",
    "رحب مجلس|B-ORG الأمن|I-ORG باتفاق الأوزبك|B-MISC .",
    "ثم ثم ، حلب|B-LOC .",
    "إلى زنجان|B-LOC الجديدة|I-LOC ثم",
    "وصل كمران|B-PERS ثم عاد إلى لحلب|B-LOC",
    "أبو|B-PERS -|I-PERS البستاني|I-PERS",
    "وصل وندي|B-PERS إلى وتكرما|B-LOC .",
    "في 12 مايو 1994 .",
)

CATALOGUE = {
    "version": "1.6.0",
    "packages": {},
    "components": {
        "NamedEntityRecognition": {"default": "arabert", "datasets": {"arabert": {"path": "ner/arabert"}}},
        "MorphologyDB": {
            "default": "calima-msa-r13",
            "datasets": {"calima-msa-r13": {"path": "morphology_db/calima-msa-r13"}},
        },
        "DisambigMLE": {
            "default": "calima-msa-r13",
            "datasets": {"calima-msa-r13": {"path": "disambig_mle/calima-msa-r13"}},
        },
    },
}
RECOGNIZER = "data/ner/arabert"
MORPHOLOGY = "data/morphology_db/calima-msa-r13"
FREQUENCIES = "data/disambig_mle/calima-msa-r13"


def write_catalogue(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    (root / "catalogue.json").write_text(json.dumps(CATALOGUE), encoding="utf-8")
    versions = {"ner-arabert": "1.1.0", "morphology-db-msa-r13": "0.4.0", "disambig-mle-calima-msa-r13": "0.2.5"}
    (root / "versions.json").write_text(json.dumps(versions), encoding="utf-8")


def write_recognizer(root: Path) -> None:
    """Train a token classifier until it labels the sentences right, and save it with its vocabulary."""
    import torch
    from transformers import BertConfig, BertForTokenClassification

    folder = root / RECOGNIZER
    folder.mkdir(parents=True)
    sentences = [[pair.partition("|")[::2] for pair in sentence.split()] for sentence in SENTENCES]
    words = sorted({word for sentence in sentences for word, _ in sentence})
    letters = sorted({letter for word in words for letter in word if letter.isalpha()})
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, "中"]
    vocabulary += [piece for letter in letters for piece in (letter, f"##{letter}") if piece not in vocabulary]
    (folder / "vocab.txt").write_text("".join(f"{piece}\n" for piece in vocabulary), encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false, "max_len": 512}', encoding="utf-8")

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        config = BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=32,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=64,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            id2label=dict(enumerate(LABELS)),
            label2id={label: number for number, label in enumerate(LABELS)},
        )
        model = BertForTokenClassification(config)
        # A word's label hangs on the word alone, wherever in a long sentence it stands.
        for name, weights in model.named_parameters():
            if "position_embeddings" in name or "attention.output.dense" in name:
                weights.requires_grad_(False).zero_()
        numbers = {piece: number for number, piece in enumerate(vocabulary)}
        longest = max(map(len, sentences)) + 2
        pieces = torch.zeros(len(sentences), longest, dtype=torch.long)
        gold = torch.full((len(sentences), longest), -100)
        for row, sentence in enumerate(sentences):
            ids = [numbers["[CLS]"], *(numbers[word] for word, _ in sentence), numbers["[SEP]"]]
            pieces[row, : len(ids)] = torch.tensor(ids)
            gold[row, 1 : len(ids) - 1] = torch.tensor([LABELS.index(label or "O") for _, label in sentence])
        mask = (pieces != 0).long()
        optimizer = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=0.01)
        model.train()
        for _ in range(60):
            loss = model(input_ids=pieces, attention_mask=mask, labels=gold).loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    model.save_pretrained(folder)


_FEATURES = ("prc3", "prc2", "prc1", "prc0")
# A particle, and the places that it fills.
_PREFIXES = {
    "": {},
    "و": {"prc2": "wa_conj"},
    "ب": {"prc1": "bi_prep"},
    "ل": {"prc1": "li_prep"},
    "ك": {"prc1": "ka_prep"},
    "ال": {"prc0": "Al_det"},
    "لل": {"prc1": "li_prep", "prc0": "Al_det"},
    "ولل": {"prc2": "wa_conj", "prc1": "li_prep", "prc0": "Al_det"},
    "س": {"prc1": "sa_fut"},
}
# A stem in the spelling of the database, its part of speech, and how frequent it is, as a logarithm.
_STEMS = (
    ("كابل", "noun_prop", -4),
    ("عراق", "noun_prop", -3),
    ("زنجان", "noun_prop", -6),
    ("كمران", "noun_prop", -6),
    ("وندي", "noun_prop", -6),
    ("ندي", "noun_prop", -7),
    ("تكرما", "noun_prop", -8),
    ("مران", "noun_prop", -7),
    ("وسام", "noun_prop", -4),
    ("سام", "noun_prop", -5),
    ("كاله", "noun_prop", -9),
    ("وكاله", "noun", -3),
    ("لام", "noun_prop", -5),
)


def write_morphology(root: Path) -> None:
    """A database in the text format of calima: every stem takes every prefix."""
    folder = root / MORPHOLOGY
    folder.mkdir(parents=True)
    empty = " ".join(f"{feature}:0" for feature in _FEATURES)
    lines = [
        "###DEFINES###",
        "DEFINE pos pos:noun pos:noun_prop pos:digit pos:punc pos:latin",
        *(f"DEFINE {feature} {feature}:*open*" for feature in ("diac", "lex", "bw", "gloss", *_FEATURES)),
        "DEFINE pos_lex_logprob pos_lex_logprob:*open*",
        "###DEFAULTS###",
        *(f"DEFAULT pos:{pos} {empty}" for pos in ("noun", "noun_prop", "digit", "punc", "latin")),
        "###ORDER###",
        "ORDER diac lex pos",
        "###TOKENIZATIONS###",
        "TOKENIZATION bw",
        "###STEMBACKOFF###",
        "###PREFIXES###",
        *(
            f"{prefix}\tP{number}\tdiac:{prefix} bw:{prefix} "
            + " ".join(f"{feature}:{places.get(feature, '-')}" for feature in _FEATURES)
            for number, (prefix, places) in enumerate(_PREFIXES.items())
        ),
        "###SUFFIXES###",
        "\tS0\tdiac: bw:",
        "###STEMS###",
        *(
            f"{stem}\tN0\tdiac:{stem} lex:{stem}_1 bw:{stem} gloss:x pos:{pos} pos_lex_logprob:{rank} {empty}"
            for stem, pos, rank in _STEMS
        ),
        "###TABLE AB###",
        *(f"P{number} N0" for number in range(len(_PREFIXES))),
        "###TABLE BC###",
        "N0 S0",
        "###TABLE AC###",
        *(f"P{number} S0" for number in range(len(_PREFIXES))),
    ]
    (folder / "morphology.db").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def write_frequencies(root: Path) -> None:
    """What the word wisam is most often in context: and Sam."""
    folder = root / FREQUENCIES
    folder.mkdir(parents=True)
    analysis = {"diac": "وسام", "lex": "سام", "bw": "و+سام", "pos": "noun_prop", "prc2": "wa_conj"}
    (folder / "model.json").write_text(json.dumps({"وسام": analysis}), encoding="utf-8")
