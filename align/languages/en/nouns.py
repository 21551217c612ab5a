"""By what the counted noun is told in English."""

from __future__ import annotations

from align.languages.number_words import NounRules, word_set

# Function words, auxiliaries, adverbs and the commonest verbs of the news: none of them is a counted noun.
_STOPS = word_set(
    "a about above according across after again against ago all along already also although always am amid among "
    "an and another any apiece are around as at away back be became because become been before began behind "
    "being below beneath beside besides between beyond both but by call called came can cannot come comes could "
    "daily did died do does doing done down during each earlier either else enough ever every except far few for "
    "former forward from further gave get gets give given go goes going gone got had half has have having he "
    "hence her here herself him himself his how however i if in including inside instead into is it its itself "
    "just kept last later least led left less lest lie lies like made make makes many may me meanwhile might mine "
    "more moreover most much must my myself near nearly neither never next no none nor not nothing now of off "
    "often on once one ones only onto or other others ought our ours ourselves out outside over overall "
    "overnight own per perhaps plus put quite ran rather reached really said same saw say saying says see seen "
    "several shall she should since so some sometimes soon still such take taken taking than that the their "
    "theirs them themselves then there therefore these they this those though through throughout thus till to "
    "today together told tomorrow tonight too took toward towards under unless unlike until up upon us very via "
    "wants was we well went were what whatever when whenever where whereas whether which while who whoever whom "
    "whose why will with within without would yesterday yet you your yours yourself wrote asked added died "
    "killed shot told thought knew found felt held lay sat stood ran fled hit became fell rose respectively "
    "x strong versus vs won lost beat lower higher fewer better "
    "worse thanks am pm gmt local monday tuesday wednesday thursday friday saturday sunday january "
    "february march april june july august september october november december"
)

_IRREGULAR_PLURALS = word_set(
    "people men women children police policemen policewomen servicemen gunmen fishermen congressmen firemen "
    "crewmen businessmen salesmen cattle fish sheep aircraft spacecraft helicopters personnel staff feet teeth "
    "geese mice troops media data criteria phenomena bacteria alumni wives lives percent dead crew clergy "
    "offspring species series others livestock poultry deer salmon cod goods victims youths"
)

# Plural in form only, or never a head by itself.
_NOT_PLURALS = word_set(
    "mass gross us gas bus class business process access address press loss less previous various serious "
    "religious dangerous nervous famous precious tremendous enormous anonymous indigenous gorgeous conscious "
    "illness witness success progress congress crisis basis analysis emphasis campus virus status focus bonus "
    "chaos always perhaps express cross glass grass boss fitness wilderness politics news sports arms overseas "
    "upstairs christmas texas paris hamas"
)

_ADJECTIVES = word_set(
    "senior junior young old new former male female other more additional extra further armed unarmed dead "
    "foreign local heavy light big small large little long short wide high low good bad best top major minor key "
    "main chief deputy lone single whole entire full different separate straight consecutive mass last next "
    "first second third taliban non elite special civil military state federal public private"
)

_PERSONS = word_set(
    "man woman boy girl child person baby infant teenager toddler civilian soldier officer policeman policewoman "
    "guard bodyguard journalist correspondent reporter photographer cameraman cameraperson diplomat official "
    "worker doctor nurse medic student teacher pupil driver pilot passenger pedestrian tourist fighter gunman "
    "militant insurgent rebel terrorist attacker bomber suspect prisoner hostage refugee migrant monk priest nun "
    "imam cleric judge lawyer engineer technician contractor interpreter translator mechanic sailor marine "
    "firefighter paramedic victim survivor resident villager farmer shopkeeper businessman businesswoman "
    "minister deputy lawmaker senator mayor governor general colonel major captain lieutenant sergeant corporal "
    "commander spokesman spokeswoman citizen national"
)

NOUNS = NounRules(
    head_first=False,
    stops=_STOPS,
    plurals=_IRREGULAR_PLURALS,
    plural_endings=("s",),
    not_plurals=_NOT_PLURALS,
    adjectives=_ADJECTIVES,
    adjective_endings=("al", "ic", "ive", "ous", "ary", "ish", "ian", "ese", "able", "ible", "ful", "less", "ly", "ed"),
    not_conjoined=frozenset(),
    persons=_PERSONS,
    determiners=word_set("the these those his her its their our my your this that"),
    partitives=frozenset({"of"}),
    participles=word_set(
        "killed wounded injured dead missing displaced arrested captured detained hurt homeless "
        "hospitalised hospitalized infected kidnapped abducted imprisoned"
    ),
    openers=frozenset({"other", "more", "further", "such"}),
    not_plural_endings=("ss", "us", "is", "'s"),
    verbal_beginnings=("",),
    verbal_endings=("ed", "ing", "ly", "n't"),
    attributives=word_set("police staff media data fish cattle aircraft personnel women men children"),
    whole_words=frozenset(),
    singular_from=0,
    accusative_endings=(),
    singular_endings=(),
)
