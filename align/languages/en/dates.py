"""How English writes dates."""

from __future__ import annotations

from align.languages.date_words import DateWords, Unit
from align.languages.en.told import TOLD
from align.languages.en.units import DECADES, LIFE_OWNERS


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(*phrases: str) -> frozenset[str]:
    return frozenset(phrases)


_ISLAMIC_MONTHS = {
    1: ("muharram", "moharram"),
    2: ("safar", "saphar"),
    3: (
        "rabi al - awwal",
        "rabi ' al - awwal",
        "rabi al awwal",
        "rabi ul awwal",
        "rabi ' ul awwal",
        "rabi i",
        "rabi ' i",
        "rabi 1",
    ),
    4: (
        "rabi al - thani",
        "rabi ' al - thani",
        "rabi al thani",
        "rabi ul thani",
        "rabi al - akhir",
        "rabi ' al - akhir",
        "rabi al akhir",
        "rabi ii",
        "rabi ' ii",
        "rabi 2",
    ),
    5: (
        "jumada al - awwal",
        "jumada al - ula",
        "jumada al awwal",
        "jumada al ula",
        "jumada i",
        "jumada 1",
        "jumadi al - awwal",
        "jumadi ul awwal",
    ),
    6: (
        "jumada al - thani",
        "jumada al - thaniya",
        "jumada al - akhira",
        "jumada al - akhirah",
        "jumada al thani",
        "jumada al akhira",
        "jumada ii",
        "jumada 2",
        "jumadi al - thani",
        "jumadi ul thani",
    ),
    7: ("rajab",),
    8: ("sha'ban", "sha\u2019ban", "shaban", "shaaban", "sha ' ban"),
    9: ("ramadan", "ramadhan", "ramazan"),
    10: ("shawwal", "shawal"),
    11: (
        "dhu al - qadah",
        "dhu al - qa'dah",
        "dhu al - qidah",
        "dhu al qadah",
        "dhul qadah",
        "dhul - qadah",
        "dhu ' l - qa'da",
        "dhu'l - qa'da",
        "dhu'l - qadah",
        "zul qadah",
        "dhu al - qi'dah",
    ),
    12: (
        "dhu al - hijjah",
        "dhu al - hijja",
        "dhu al hijjah",
        "dhul hijjah",
        "dhul - hijjah",
        "dhul hijja",
        "dhu ' l - hijja",
        "dhu'l - hijja",
        "dhu'l - hijjah",
        "zul hijjah",
    ),
}

_UNITS: dict[str, tuple[Unit, int]] = {
    "day": ("day", 1),
    "days": ("day", 0),
    "weekend": ("weekend", 1),
    "weekends": ("weekend", 0),
    "week": ("week", 1),
    "weeks": ("week", 0),
    "fortnight": ("week", 2),
    "fortnights": ("week", 2),
    "month": ("month", 1),
    "months": ("month", 0),
    "quarter": ("quarter", 1),
    "quarters": ("quarter", 0),
    "year": ("year", 1),
    "years": ("year", 0),
    "decade": ("decade", 1),
    "decades": ("decade", 0),
    "century": ("century", 1),
    "centuries": ("century", 0),
}

_SPANS: tuple[Unit, ...] = ("weekend", "week", "month", "year")

_NAMED_PERIODS: dict[str, tuple[Unit, int]] = {
    "this weekend": ("weekend", 0),
    "on weekend": ("weekend", 0),
    **{f"{the}{unit} after next": (unit, 2) for the in ("the ", "") for unit in _SPANS},
    **{f"{the}{unit} before last": (unit, -2) for the in ("the ", "") for unit in _SPANS},
}

DATES = DateWords(
    locales=("en",),
    months={"sept": 9, "febr": 2},
    makes_before=frozenset(),
    ambiguous_months={
        "may": ("May", "MAY"),
        "march": ("March", "MARCH"),
        "mar": ("Mar", "MAR"),
        "april": ("April", "APRIL"),
        "june": ("June", "JUNE"),
        "august": ("August", "AUGUST"),
        "jan": ("Jan", "JAN"),
        "dec": ("Dec", "DEC"),
        "oct": ("Oct", "OCT"),
        "nov": ("Nov", "NOV"),
        "sep": ("Sep", "SEP"),
        "sept": ("Sept", "SEPT"),
        "feb": ("Feb", "FEB"),
        "febr": ("Febr",),
        "apr": ("Apr", "APR"),
        "jun": ("Jun", "JUN"),
        "jul": ("Jul", "JUL"),
        "aug": ("Aug", "AUG"),
    },
    homograph_months=_words("may march mar"),
    islamic_months={name: month for month, names in _ISLAMIC_MONTHS.items() for name in names},
    weekdays={"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
    ambiguous_weekdays=_words("mon tue tues wed weds thu thur thurs fri sat sun"),
    seasons={"spring": 21, "springtime": 21, "summer": 22, "summertime": 22, "autumn": 23, "fall": 23, "winter": 24},
    eras={
        "bc": "bc",
        "bce": "bc",
        "b . c": "bc",
        "b . c .": "bc",
        "b . c . e .": "bc",
        "before christ": "bc",
        "ad": "ad",
        "ce": "ad",
        "a . d": "ad",
        "a . d .": "ad",
        "c . e .": "ad",
        "ah": "islamic",
        "a . h": "islamic",
        "a . h .": "islamic",
        "hijri": "islamic",
        "of the hijra": "islamic",
    },
    solar_marks=frozenset(),
    day_labels=frozenset(),
    month_labels=_phrases("the month of", "month of"),
    year_labels=_phrases("year", "years", "year of"),
    articles=_words("the"),
    of_words=_words("of in"),
    on_words=_words("on the of in"),
    parts={
        "early": "early",
        "early in": "early",
        "early on in": "early",
        "beginning of": "early",
        "the beginning of": "early",
        "the start of": "early",
        "start of": "early",
        "mid": "mid",
        "mid -": "mid",
        "mid \u2013": "mid",
        "middle of": "mid",
        "the middle of": "mid",
        "late": "late",
        "late in": "late",
        "end of": "late",
        "the end of": "late",
        "the close of": "late",
        "the latter part of": "late",
    },
    approximators=_phrases(
        "about",
        "around",
        "approximately",
        "approx",
        "approx .",
        "circa",
        "ca",
        "ca .",
        "c .",
        "roughly",
        "some time around",
        "sometime around",
    ),
    openers=_words("from"),
    between_words=_words("between"),
    joiners=_words("to until till through thru") | _phrases("up to", "up until", "and until"),
    and_words=_words("and &"),
    joined_tens=frozenset(),
    and_prefix="",
    proclitics=(),
    article_prefixes={},
    ordinal_suffixes=_words("st nd rd th"),
    ordinal_prefixes=frozenset(),
    scales={"hundred": 100, "thousand": 1000},
    vague_counts={"a": 1, "an": 1, "one": 1, "few": 3, "a few": 3, "several": 3, "couple": 2, "a couple of": 2}
    | {"couple of": 2, "a couple": 2},
    month_first=True,
    decades=DECADES | {"tens": 10, "noughties": 2000, "two thousands": 2000},
    decade_labels=frozenset(),
    decade_suffixes=_words("s"),
    life_owners=LIFE_OWNERS,
    age_words=_words("age life"),
    century_labels=_phrases("century", "centuries"),
    divisions={"quarter": "quarter", "half": "half", "week": "week"},
    division_letters={"q": "quarter", "h": "half"},
    named_days={
        "today": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "day before yesterday": -2,
        "the day after tomorrow": 2,
        "day after tomorrow": 2,
        "tonight": 0,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
        "last night": -1,
    },
    units=_UNITS,
    modifiers={"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
    | {"this coming": 1, "this past": -1},
    modifiers_follow=False,
    named_periods=_NAMED_PERIODS,
    ago_after=_words("ago"),
    ago_before=frozenset(),
    hence_after=_phrases("from now", "hence", "from today"),
    hence_before=_words("in"),
    last_before=frozenset(),
    day_anaphora=frozenset(),
    day_directions={"from": 1, "after": 1, "before": -1},
    owners=_words(
        "january february march april june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday yesterday tomorrow week month year"
    ),
    owner_ending="'s",
    possessives=_words("my your his her its our their this current"),
    rest_words=_phrases("rest of", "the rest of", "the remainder of", "remainder of"),
    later_words={"later": "late", "later in": "late", "earlier": "early", "earlier in": "early"},
    year_cues=_words(
        "in since during until till before after by from through to of for between circa about around early late mid "
        "and or than pre post year"
    ),
    lone_month_cues=_words("into all every each normal typical average dry wet hot cold warm cool rainy mild sunny"),
    sampled_words=_words("poll polls survey surveys sample crowd audience workforce fleet"),
    days_labels=frozenset(),
    early_cues=_words("in until till since around circa c"),
    after_year=_words(
        "a an the and or but to in on at by for from with without of as if when where who whom whose which that "
        "this these those he she it they we i you his her its their our my was were is are had has have did do "
        "does would will could may might must should can not after before during until till since because while "
        "although though through under over into onto against between among about near also then there here so "
        "than via amid following both all however where's only just already never again alone onwards onward "
        "election elections season world war film novel book album report study survey census cup olympics games "
        "championship championships edition agreement treaty act law constitution coup invasion revolution attack "
        "attacks crisis flood earthquake budget campaign deal accord accords peace presidential general summer "
        "winter spring autumn "
    ),
    determiners=_words("the a an his her their its our this that 's"),
    passing_words=frozenset(),
    reaching_words=frozenset(),
    counting_words=_words("number numbers total totals toll count"),
    counted_labels=_words(
        "troops forces soldiers men deaths casualties dead wounded injured missing losses victims survivors population "
        "inhabitants residents homeless passengers prisoners employees members participants copies"
    ),
    comparatives=_words("more less fewer"),
    than_words=_words("than"),
    counted_words=_words(
        "people persons men women children troops soldiers fighters civilians officers victims deaths dead killed "
        "wounded injured prisoners refugees dollars euros pounds km kilometres kilometers miles metres meters m feet "
        "ft tons tonnes kg kilograms hours hrs gmt members families homes houses villages cases times years days "
        "weeks months percent per pages words points votes seats vehicles tanks aircraft workers students schools "
        "square cubic hectares acres mw megawatts barrels million billion thousand hundred other more different new "
        "litres liters kilos grams gallons yards inches megabytes gigabytes knots ounces watts kilowatts"
    ),
    counted_endings=("s",),
    few_endings=(),
    people_endings=(),
    identifier_words=_words(
        "no nos number resolution flight page pages p pp room route highway section article chapter vol volume issue "
        "model type code id line windows office serial paragraph para verse psalm psalms isbn building apartment "
        "bus train channel asteroid ngc iso resolution resolutions directive"
    ),
    equation_words=_phrases(
        "corresponding to",
        "which corresponds to",
        "corresponds to",
        "equivalent to",
        "that is",
        "i . e .",
        "i . e",
        "or",
        "equals",
    ),
    or_words=_words("or"),
    zero_words=_words("oh o"),
    in_words=_words("in"),
    first_words=_words("first"),
    final_words=_words("last final"),
    anaphoric_modifiers={"following": 1, "next": 1, "ensuing": 1, "previous": -1, "preceding": -1},
    year_bound_seasons=_words("fall"),
    season_cues=_words("in during since until till by throughout this that"),
    nearest_modifiers=_words("coming upcoming"),
    present_words=_words("now"),
    duration_openers=_phrases("for", "for a period of", "for the"),
    starting_words=_phrases(
        "starting",
        "starting on",
        "starting from",
        "beginning",
        "beginning on",
        "beginning from",
        "commencing",
        "commencing on",
        "from",
        "as of",
    ),
    limit_words=_words("within"),
    less_words=_phrases("less than", "under", "no more than"),
    rough_words=_words("nearly almost over some than least"),
    half_words=_phrases("and a half", "and half", "and one half"),
    halves=frozenset({"half"}),
    feasts={
        "christmas": (12, 25),
        "christmas day": (12, 25),
        "christmas eve": (12, 24),
        "boxing day": (12, 26),
        "new year's eve": (12, 31),
        "new year's day": (1, 1),
        "bastille day": (7, 14),
        "valentine's day": (2, 14),
        "halloween": (10, 31),
    },
    feast_cues=_words("on at until till since this"),
    time_cues=_words("since during until till throughout"),
    subject_months=_words("march april june august"),
    subject_verbs=_words("is was saw sees marks marked brings brought can"),
    day_cues=_words("on"),
    month_cues=_words("in of for during"),
    after_count=_words("of were are have had did do more others still"),
    told=TOLD,
)
