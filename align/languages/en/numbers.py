"""How English writes numbers."""

from __future__ import annotations

from align.languages.en.cardinals import (
    CARDINALS,
    ORDINAL_SCALES,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    SCALES,
    SUFFIXES,
    VAGUE_SCALES,
)
from align.languages.en.nouns import NOUNS
from align.languages.en.units import UNITS
from align.languages.number_words import Bound, NumberWords, Proclitics, word_set


def _phrases(table: dict[Bound, str]) -> dict[str, Bound]:
    return {phrase: bound for bound, phrases in table.items() for phrase in phrases.split("|")}


HEDGES = _phrases(
    {
        "about": "about|around|approximately|approx|approx.|roughly|some|nearly|almost|close to|circa|c.|ca."
        "|an estimated|estimated|estimated at|just under|just over|in the region of|somewhere around"
        "|more or less|not quite|nearly some|~|\u2248|almost some|a total of about|a little over|a little under"
        "|well nigh|virtually|or so|perhaps|or about|hardly|scarcely|barely",
        "least": "more than|over|at least|no fewer than|no less than|not less than|not fewer than|upwards of"
        "|upward of|in excess of|exceeding|greater than|well over|a minimum of|minimum of|as few as"
        "|tops|topped|exceeds|exceeded|surpasses|surpassed|as little as|>|\u2265|above|better than",
        "most": "up to|as many as|as much as|at most|less than|fewer than|no more than|not more than|under|below"
        "|well under|a maximum of|maximum of|at the most|<|\u2264",
    }
)
HEDGES_AFTER = _phrases(
    {
        "about": "or so|or thereabouts|approximately|-odd|odd|-ish",
        "least": "or more|or above|or over|and more|and above|and over|+|at least|at minimum|-plus",
        "most": "or less|or fewer|or below|or under|at most|at the most|maximum",
    }
)

_LABELS = (
    "\u00a7|no|nos|no.|nos.|number|numbers|#|\u2116|section|sections|article|articles|chapter|chapters|clause|paragraph"
    "|para|page|pages|p.|pp.|pp|room|flight|highway|route|channel|phase|version|item|annex|appendix|fig|fig."
    "|volume|vol|vol.|gate|platform|apartment|apt|suite|sector|district|precinct|pier|terminal|scene|verse|psalm"
    "|bill|resolution|protocol|directive|regulation|decree|law|interstate|isbn|issn|doi|model|type|mk|episode"
    "|levels|grades|episodes|lanes|gates|routes|channels"
    "|formula|level|grade|class|category|tier|step|lane|round|super bowl|isotope|carbon|group of"
    "|version|v|v.|ver|hole|inning|bus|tram|warehouse|hangar|reactor|proposition|prop|amendment|ordinance|patent"
    "|serial|id|ref|case|docket|windows|iphone|galaxy"
)

NUMBERS = NumberWords(
    cardinals=CARDINALS,
    ordinals=ORDINALS,
    scales=SCALES,
    lone_scales=frozenset({"grand"}),
    about_suffixes=frozenset({"odd"}),
    groups_reversed=False,
    ordinal_scales=ORDINAL_SCALES,
    parts=PARTS,
    parts_of_them=frozenset(),
    whole_openers=frozenset({"what"}),
    plural_parts=PLURAL_PARTS,
    pairs={"pair": False, "couple": True},
    vague_scales=VAGUE_SCALES,
    in_great_numbers=frozenset({"by the"}),
    construct_duals=frozenset(),
    few={
        "a few": (2, 9),
        "few": (2, 9),
        "several": (2, 9),
        "a couple of": (2, 2),
        "a couple": (2, 2),
        "couple of": (2, 2),
        "many": (2, 9),
    },
    units_first=False,
    proclitics=Proclitics(),
    conjunctions=frozenset({"and"}),
    implied_ones=frozenset({"a", "an"}),
    decimal_words=frozenset({"point"}),
    negatives=frozenset({"minus", "negative"}),
    positives=frozenset({"plus", "+"}),
    over=frozenset({"over"}),
    only_after=frozenset(),
    only_before=frozenset({"only"}),
    plural_verbs=word_set("were are have"),
    times=frozenset({"times"}),
    among=frozenset({"out of"}),
    of_every=frozenset({"from every"}),
    out_of=frozenset({"out of", "in every", "out of every"}),
    one_out_of=frozenset({"in"}),
    portion=frozenset(),
    suffixes=SUFFIXES,
    generations=frozenset({"G"}),
    rank_links=frozenset(),
    ordinal_suffixes=frozenset({"st", "nd", "rd", "th"}),
    hedges=HEDGES,
    places_too=frozenset({"above", "below"}),
    hedges_after=HEDGES_AFTER,
    bounding_verbs={},
    parted_bounds={},
    amounts=frozenset(),
    possessive_endings=(),
    denials=frozenset(
        {"not", "never", "cannot", "can't", "didn't", "doesn't", "don't", "nobody", "nothing", "without"}
    ),
    denied_nothing=frozenset({"only"}),
    undenied=frozenset({"but", "except", "until", "since", "because", "that", "who", "which", "and", "for", "after"}),
    comparatives=frozenset({"more"}),
    negatives_after=frozenset({"below zero", "below freezing"}),
    negatives_at_end=frozenset({"below"}),
    ranges={"between": frozenset({"and"}), "from": frozenset({"to", "until", "through"})},
    range_links=frozenset({"to"}),
    alternatives=frozenset({"or"}),
    changes=word_set(
        "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing "
        "decreased decrease decreases grew grow grown dropped drop drops declined decline declines went climbed "
        "climb jumped jump cut raised raise reduced reduce slipped surged soared doubled tripled moved lowered "
        "up down shrank upgraded improved changed change climbs climbing jumps drops declines slips raises raising "
        "cuts cutting lowers slid slides plunged plunges tumbled soars surges surging edged gained gains widened "
        "narrowed eased revised expanded swelled halved shrinks shrinking doubling lifted lifts advanced"
    ),
    pronouns=frozenset({"one", "ones"}),
    one_goes_on=word_set("was is had has died survived remained escaped"),
    singles=frozenset({"single"}),
    not_single=word_set(
        "mother mothers father parent parents man men woman women person people market currency malt room bed payer "
        "market malts father titled called named track album game entendre file digit digits handed"
    ),
    not_one_after=word_set(
        "the this that these those which no any every each some another other such only my your his her its our "
        "their it's someone not big good bad new old every"
    ),
    not_numbers=frozenset(),
    enumerating=frozenset(),
    only_compound=frozenset(),
    both=frozenset(),
    homonyms=frozenset(),
    idioms=word_set(
        "half past|half-past|quarter past|quarter to"
        "|back four|back three|back five|front three|front four|midfield three|midfield four"
        "|911 call|911 calls|999 call|999 calls|called 911|call 911|dialed 911|called 999|call 999|dialled 999|rang 999"
        "|no one|one another|one by one|one of|at one point|one day|one thing|one way|one or more|one or other"
        "|at first|first of all|first lady|first ladies|first name|first names|first aid|second hand|second-hand"
        "|second-in-command|second thoughts|third party|third-party|third parties|third world|world war one"
        "|world war two|one-on-one|first world war|second world war|in the first place|in the second place"
        "|one and the same|one and all|24/7|9/11|7/7|50/50|50-50|fifty-fifty|one time|one-time|one-off|one-sided"
        "|one side|the one hand|one hand|one minute|one moment|oneself|first-class|first class|first-hand"
        "|first hand|firsthand|first-rate|first and foremost|second to|second nature|second fiddle|per second"
        "|a second|split second|every second|any second|seconds later|sixth sense|zero tolerance|ground zero"
        "|zero-sum|zero in|zeroed in|back to square one|number one|day one|one-way|two-way|4x4|two-faced"
        "|one-liner|one too many|third rail|first come|first served|twenty-twenty|20/20|catch 22|catch-22"
        "|fourth estate|fifth column|first and last|first ever|two-thirds majority|seven seas"
        "|million dollar question|three strikes|one step|nine-to-five|five eyes|big five|six nations|half-time"
        "|half time|first half|second half|one more time|one last chance|one final time|third-degree"
        "|first-degree|second-degree|twice as|twice the|twice that|think twice"
        "|two legs|first half's|second half's|three-oh|four-oh|five-oh|six-oh|seven-oh|eight-oh",
        "|",
    ),
    labels=word_set(_LABELS, "|"),
    comparing=word_set("more less fewer higher lower below above bigger smaller longer shorter larger cheaper faster"),
    change_prepositions=frozenset({"by"}),
    counting_labels=frozenset({"group of"}),
    numbered=word_set("minute day week month year round stage game quarter lap"),
    scoring=word_set(
        "win wins won beat beats beaten lose loses lost draw draws drew defeat defeated defeats score scored "
        "scores victory victories aggregate set sets match final vote voted voting goal goals penalties penalty "
        "lead led leads up down tied tie level half-time tries converted touchdown touchdowns equaliser equalizer"
    ),
    before_minutes=frozenset({"on"}),
    phones=frozenset({"phone", "telephone", "tel", "tel.", "fax", "call", "hotline", "whatsapp", "mobile", "dial"}),
    timers=frozenset({"in", "of", "time", "timed", "ran", "clocked"}),
    clocks_before=frozenset(),
    clock_prepositions=word_set("at by until till"),
    departures=word_set(
        "morning afternoon evening train trains bus ferry flight boat sailing service express coach tram kick-off "
        "kickoff screening showing"
    ),
    clocks_after=frozenset({"am", "pm", "a.m", "p.m", "o'clock", "gmt", "hours gmt", "hrs gmt", "noon"}),
    ordinal_hosts=word_set("the a an his her its their our my your this that every each only very"),
    ranking=word_set("finished finish finishes finishing came come comes coming placed ranked rank ranks ranking"),
    units=UNITS,
    nouns=NOUNS,
)
