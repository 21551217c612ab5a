"""What two passages say in common, word by word."""

from __future__ import annotations

import numpy as np
import pytest

from align.translations import UNKNOWN, SharedWords

EN = ["The army shelled the village and killed soldiers.", "He won the tennis match.", "In fact it was so."]
AR = ["قصف الجيش القرية وقتل جنودا.", "فاز بمباراة التنس.", "وفي الواقع كان الأمر كذلك."]


def shares(languages: tuple[str, str], left: list[str], right: list[str]) -> np.ndarray:
    rows, columns = np.divmod(np.arange(len(left) * len(right)), len(right))
    return SharedWords(languages, left, right).measure(rows, columns).reshape(len(left), len(right))


def test_a_translation_shares_more_than_anything_else() -> None:
    found = shares(("en", "ar"), EN, AR)
    assert list(found.argmax(0)) == list(found.argmax(1)) == [0, 1, 2]
    assert (found >= 0).all() and (found < 1).all()


def test_sides_may_be_exchanged() -> None:
    assert shares(("en", "ar"), EN, AR) == pytest.approx(shares(("ar", "en"), AR, EN).T)


def test_particles_are_no_part_of_a_word() -> None:
    bare, joined = shares(("en", "ar"), ["weapons"], ["أسلحة", "وبأسلحة"])[0]
    assert joined == pytest.approx(bare) and bare > UNKNOWN


def test_names_that_the_dictionary_lacks_are_missed_nowhere() -> None:
    plain, named = shares(("en", "ar"), ["The army shelled the village.", "The Xyzzq army shelled the village."], AR)
    assert named == pytest.approx(plain)


def test_within_one_language_words_stand_for_themselves() -> None:
    found = shares(("en", "en"), EN, ["The army had shelled villages.", "A tennis match was won."])
    assert found[0, 0] > 2 * found[0, 1] and found[1, 1] > 2 * found[1, 0]


def test_nothing_is_known_without_a_dictionary() -> None:
    assert (shares(("en", "fr"), EN, ["L'armée a bombardé le village."]) == UNKNOWN).all()


def test_a_passage_without_words() -> None:
    assert list(shares(("en", "ar"), ["# 12", ""], AR).ravel()) == [0.0] * 6
