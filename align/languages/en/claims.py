"""By what claims are told apart in English."""

from __future__ import annotations

from align.languages.claim_words import ClaimWords
from align.languages.number_words import word_set

CLAIMS = ClaimWords(
    endings=(
        "ments",
        "ment",
        "ings",
        "ing",
        "ions",
        "ion",
        "ors",
        "or",
        "ers",
        "er",
        "ed",
        "es",
        "s",
        "e",
        "y",
        "'s",
        "\u2019s",
    ),
    fates={
        "death": word_set(
            "kill kills killed killing killings dead die dies died dying death deaths deadly fatal fatality fatalities "
            "perish perished lives murder murdered slain executed toll martyred drowned"
        ),
        "casualty": word_set("casualty casualties victim victims"),
        "injury": word_set("injured injuring injury injuries injures wounded wounding wounds hurt"),
        "illness": word_set("ill sick sickness infected infections cases caught vaccinated"),
        "missing": word_set("missing disappeared vanished unaccounted"),
        "survival": word_set("survivor survivors survived survive rescued rescue saved"),
        "arrest": word_set("arrest arrests arrested detain detained jailed imprisoned captured custody"),
        "taking": word_set("kidnapped kidnapping abducted abduction"),
        "release": word_set("released release freed freeing"),
        "displacement": word_set("displaced displacement homeless evacuated evacuation evacuees fled flee uprooted"),
        "birth": word_set("born birth births"),
        "attendance": word_set("attended attendance spectators crowd"),
        "membership": word_set("joined members crew staff employed employees"),
        "population": word_set("population inhabitants residents"),
        "wish": word_set("wanted demanded offered planned proposed promised needed required allowed expected"),
        "destruction": word_set("destroyed damaged collapsed demolished"),
    },
    measures={
        "length": word_set("long length"),
        "height": word_set("tall height high higher altitude elevation rises rose rising"),
        "width": word_set("wide width broad thick"),
        "depth": word_set("deep depth"),
        "weight": word_set("weigh weighs weighed weight heavy"),
        "area": word_set("area covers covered covering"),
        "distance": word_set("away off distance far apart from north south east west radius walked"),
        "speed": word_set("speed knots"),
        "duration": word_set("last lasted lasts lasting duration for took"),
        "interval": word_set("after before later earlier ago within until"),
        "cost": word_set("cost costs costing price paid"),
        "worth": word_set("worth value valued"),
        "budget": word_set("budget spent spending"),
        "loan": word_set("lend lent loan loans borrowed debt"),
        "damages": word_set("damages compensation fine fined losses"),
        "income": word_set("revenue revenues income profit profits earned sales"),
        "share": word_set("share stake"),
    },
    central_events=word_set(
        "accident crash disaster catastrophe tragedy shock quake earthquake tremor explosion blast collapse sinking "
        "shipwreck wreck eruption flood floods fire storm hurricane tsunami massacre bombing coup assassination battle "
        "flight voyage invasion spill climb ascent derailment collision stampede eclipse"
    ),
    events={
        "beginning": word_set(
            "begin begins began begun beginning start starts started starting outbreak erupted commenced broke"
        ),
        "launch": word_set("launch launched launches lifted liftoff"),
        "end": word_set(
            "end ends ended ending finish finished completed completion complete concluded conclusion ceased stopped "
            "closed closing closure shut"
        ),
        "founding": word_set("found founded founding foundation established formed created"),
        "discovery": word_set("found discovered discovery located"),
        "opening": word_set("open opened opening inaugurated inauguration"),
        "signing": word_set("sign signed signing ratified"),
        "announcement": word_set("announced announce announcement announcing"),
        "plan": word_set(
            "promised promise pledged proposed proposal planned plan plans approved agreed expected scheduled deadline "
            "hoped voted"
        ),
        "birth": word_set("born birth"),
        "death": word_set("die dies died death dead"),
        "killing": word_set("kill kills killed killing killings murder murdered shot executed assassinated"),
        "election": word_set("elected election elections vote voted"),
        "appointment": word_set("appointed sworn named nominated joined became"),
        "resignation": word_set("resigned resignation quit"),
        "judgment": word_set("sentenced sentence convicted conviction verdict"),
        "charge": word_set("charged charges accused indicted sued filed"),
        "arrest": word_set("arrest arrested detained jailed"),
        "release": word_set("released release freed published issued"),
        "fall": word_set("fell fall fallen capture captured seized took taken takeover conquered conquest entered"),
        "attack": word_set("attack attacked attacks bombed bombing struck hit"),
        "siege": word_set("siege besieged sieges"),
        "arrival": word_set("arrived arrive arrival reached landed landing returned entered"),
        "departure": word_set("departed departure left leave leaves sailed withdrew withdrawal fled"),
        "evacuation": word_set("evacuated evacuation"),
        "building": word_set("built construction constructed erected"),
        "marriage": word_set("married marriage wedding divorced"),
        "victory": word_set("won win wins victory beat"),
        "defeat": word_set("lost loss defeat defeated"),
        "visit": word_set("visit visited visits met meeting"),
        "sinking": word_set("sank sink sunk sinking collided collision"),
        "speech": word_set("spoke speech addressed tweeted wrote"),
        "purchase": word_set("bought purchased acquired sold"),
        "recognition": word_set("recognised recognized recognition"),
        "withdrawal": word_set("cancelled canceled withdrawn suspended postponed delayed"),
    },
    scopes={
        "rate": word_set("per each every daily weekly monthly yearly annual annually average averaged apiece"),
        "alone": word_set("alone"),
        "unreal": word_set(
            "could might may should expected planned scheduled due forecast predicted hoped target feared"
        ),
        "comparison": word_set("compared than versus"),
        "outcome": word_set("end eventually ultimately finally"),
    },
    rest=word_set("other others more"),
    twos=word_set("both couple couples pair pairs duo twin twins"),
    others={
        "other": word_set(
            "another other others additional further extra different second third fourth fifth separate separately "
            "elsewhere again more"
        ),
        "report": word_set("initially initial originally provisional preliminary revised now latest already still far"),
        "last": word_set("final first"),
        "change": word_set("raised rose risen increased grew grown climbed doubled cut reduced lowered"),
    },
    parts=word_set("half among including most"),
    as_of=word_set("by until till as"),
    before=word_set("after before since until following"),
    sources=word_set(
        "said says say according reported reports report told claimed claims estimates put stated "
        "confirmed added quoted"
    ),
    people=word_set(
        "people persons person men victims casualties dead killed lives deaths human beings soldiers soldier troops"
    ),
    repeats=word_set("times time fold occasions"),
)
