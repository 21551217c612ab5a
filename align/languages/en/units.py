"""English units: percent, currencies, durations, measures, ages."""

from __future__ import annotations

from align.languages.number_words import UnitWords, word_set


def _by_code(table: dict[str, str]) -> dict[str, str]:
    """`{"km": "kilometre|km"}` as `{"kilometre": "km", "km": "km"}`."""
    return {phrase: code for code, phrases in table.items() for phrase in phrases.split("|")}


DURATIONS = _by_code(
    {
        "second": "second|seconds|sec|secs",
        "minute": "minute|minutes|min|mins",
        "hour": "hour|hours|hr|hrs",
        "day": "day|days",
        "night": "night|nights",
        "week": "week|weeks",
        "fortnight": "fortnight|fortnights",
        "month": "month|months",
        "year": "year|years|yr|yrs",
        "decade": "decade|decades",
        "century": "century|centuries",
        "millennium": "millennium|millennia",
    }
)

MEASURES = _by_code(
    {
        "ms": "millisecond|milliseconds",
        "us": "microsecond|microseconds",
        "ns": "nanosecond|nanoseconds",
        "ps": "picosecond|picoseconds",
        "fs": "femtosecond|femtoseconds",
        "km": "km|kms|kilometer|kilometers|kilometre|kilometres",
        "m": "meter|meters|metre|metres|m",
        "cm": "cm|centimeter|centimeters|centimetre|centimetres",
        "mm": "mm|millimeter|millimeters|millimetre|millimetres",
        "um": "micrometer|micrometers|micrometre|micrometres|micron|microns|\u00b5m|\u03bcm",
        "nm": "nanometer|nanometers|nanometre|nanometres|nm",
        "mi": "mile|miles|mi",
        "nmi": "nautical mile|nautical miles|nmi",
        "yd": "yard|yards|yd|yds",
        "ft": "foot|feet|ft",
        "in": "inch|inches|in",
        "kg": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes",
        "g": "gram|grams|gramme|grammes|g",
        "mg": "mg|milligram|milligrams|milligramme|milligrammes",
        "ug": "mcg|microgram|micrograms|\u00b5g|\u03bcg",
        "t": "tonne|tonnes|ton|tons|metric ton|metric tons|metric tonnes",
        "lb": "lb|lbs|pounder|pounders",
        "st": "stone|st",
        "oz": "ounce|ounces|oz",
        "l": "liter|liters|litre|litres|l",
        "ml": "ml|milliliter|milliliters|millilitre|millilitres",
        "cl": "cl|centiliter|centiliters|centilitre|centilitres",
        "dl": "dl|deciliter|deciliters|decilitre|decilitres",
        "hl": "hl|hectoliter|hectoliters|hectolitre|hectolitres",
        "gal": "gallon|gallons|us gallon|us gallons",
        "bbl": "barrel|barrels|bbl|bpd|b/d|bopd",
        "m3": "cubic meter|cubic meters|cubic metre|cubic metres|m\u00b3",
        "cm3": "cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres|cm\u00b3|cc",
        "km3": "cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres|km\u00b3",
        "ft3": "cubic foot|cubic feet",
        "mi3": "cubic mile|cubic miles",
        "ha": "hectare|hectares|ha",
        "acre": "acre|acres|feddan|feddans",  # Arabic has one word for both; a feddan is 1.04 acres
        "km2": "square kilometer|square kilometers|square kilometre|square kilometres|sq km|km\u00b2|square km",
        "m2": "square meter|square meters|square metre|square metres|sq m|m\u00b2",
        "mi2": "square mile|square miles|sq mi",
        "ft2": "square foot|square feet|sq ft",
        "km/h": "km/h|kph|kmph|km per hour|km an hour|kms per hour"
        "|kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|kmh",
        "mi/h": "mph|miles per hour|miles an hour",
        "m/s": "m/s|meters per second|metres per second|meters a second|metres a second",
        "m/min": "meters per minute|metres per minute|meters a minute|metres a minute",
        "ppm": "ppm|part per million|parts per million",
        "ppb": "ppb|part per billion|parts per billion",
        "ft/min": "feet per minute|feet a minute|fpm|ft/min",
        "kn": "knot|knots",
        "degC": "\u00b0c|\u2103|degrees celsius|degree celsius|degrees centigrade|degrees c|celsius|centigrade",
        "degF": "\u00b0f|\u2109|degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit",
        "deg": "\u00b0|degree|degrees",
        "W": "watt|watts",
        "kW": "kw|kilowatt|kilowatts",
        "MW": "mw|megawatt|megawatts",
        "GW": "gw|gigawatt|gigawatts",
        "kWh": "kwh|kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours",
        "MWh": "mwh|megawatt hour|megawatt hours|megawatt-hour|megawatt-hours",
        "GWh": "gwh|gigawatt hour|gigawatt hours|gigawatt-hour|gigawatt-hours",
        "TWh": "twh|terawatt hour|terawatt hours|terawatt-hour|terawatt-hours",
        "kcal": "calorie|calories|kcal|kilocalorie|kilocalories",  # those of food
        "kJ": "kj|kilojoule|kilojoules",
        "V": "volt|volts",
        "kV": "kv|kilovolt|kilovolts",
        "dB": "db|decibel|decibels",
        "Hz": "hertz|hz",
        "kHz": "khz|kilohertz",
        "GHz": "ghz|gigahertz",
        "MHz": "mhz|megahertz",
        "kB": "kb|kilobyte|kilobytes",
        "MB": "mb|megabyte|megabytes",
        "GB": "gb|gigabyte|gigabytes",
        "TB": "tb|terabyte|terabytes",
        "kt": "kiloton|kilotons|kilotonne|kilotonnes",
        "Mt": "megaton|megatons|megatonne|megatonnes",
    }
)

# What CLDR's names leave out: bare nouns of the press. An empty code keeps the noun, which several countries share.
CURRENCIES = _by_code(
    {
        "USD": "dollar|dollars|u.s. dollar|u.s. dollars|american dollars|buck|bucks|us$",
        "EUR": "euro|euros",
        "GBP": "pound|pounds|pound sterling|pounds sterling|sterling|quid",
        "JPY": "yen",
        "CNY": "yuan|renminbi|rmb",
        "CHF": "swiss franc|swiss francs",
        "ILS": "shekel|shekels",
        "RUB": "rouble|roubles|ruble|rubles",
        "AFN": "afghani|afghanis",
        "CAD": "c$",
        "AUD": "a$",
        "": "riyal|riyals|rial|rials|dinar|dinars|dirham|dirhams|lira|liras|lire|rupee|rupees|franc|francs|peso|pesos"
        "|krona|kronor|krone|kroner|cent|cents|pence|penny|p|halala|halalas|piastre|piastres|kopecks|paise|fils|taka|takas",
    }
)

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

LIFE_OWNERS = word_set("his her their my your our")  # whose "sixties" are years of their lives

UNITS = UnitWords(
    locale="en",
    age_bounds={"under": "most", "over": "least"},
    reaching=frozenset(),
    coins=_by_code(
        {
            "cent": "cent|cents",
            "penny": "pence|penny|p",
            "halala": "halala|halalas",
            "piastre": "piastre|piastres",
            "kopeck": "kopeck|kopecks",
            "paisa": "paisa|paise",
            "fils": "fils",
        }
    ),
    percents=word_set(
        "%|\u066a|percent|per cent|percentage|percentages|percents|pct|percentage point|percentage points|pc"
        "|per cent points",
        "|",
    ),
    percents_before=frozenset({"percents of", "percentage of", "percent of"}),
    currencies=CURRENCIES,
    durations=DURATIONS,
    rate_links=word_set("a an per each every"),
    rate_adverbs={
        "daily": "day",
        "weekly": "week",
        "monthly": "month",
        "yearly": "year",
        "annually": "year",
        "hourly": "hour",
    },
    single_durations=word_set("minute hour day night week fortnight month year decade century millennium"),
    duals={"twice": "twice"},
    measures=MEASURES,
    glued_units=frozenset({"in", "st", "p"}),
    lone_measures=frozenset({"stone"}),
    ages_before=frozenset({"aged", "age of", "ages of", "age", "ages", "as young as", "as old as"})
    | frozenset(f"{person} of" for person in ("man", "woman", "boy", "girl", "child", "lad", "widow", "widower")),
    ages_after=frozenset({"years of age"}),
    decades=DECADES,
    plural_suffixes=frozenset({"s"}),
    decades_suffixes=word_set("something somethings"),
    parts_of_decades=word_set("early mid late"),
    decade_owners=LIFE_OWNERS,
    aged=word_set("children people adults women men girls boys anyone those everyone kids youths babies infants"),
    deaths=word_set("died dies die dead death"),
    death_ages=frozenset(),
    age_subjects=word_set("he she who"),
    age_pronouns=word_set("i'm he's she's"),
    age_verbs=word_set("was is turned"),
    lived_endings=(),
    lived_in=frozenset(),
    lived_to=frozenset(),
    children_of=frozenset(),
    age_openers=word_set("at"),
    age_phrases=frozenset({"old", "olds", "old's", "of age"}),
    weights={"pound": "lb", "pounds": "lb"},
    weighing=word_set(
        "weigh weighs weighed weighing weight heavy heavier lighter bomb shell stone boulder rock anchor cargo"
    ),
    not_weighed=word_set(
        "damage damages debt debts aid investment investments funding funds savings revenue revenues credit public "
        "taxpayers taxpayer's taxpayers' cash loans losses profit profits income assistance compensation subsidies "
        "spending goods property stock bonds support their his her its my our your own them it"
    ),
    attributive_weights=frozenset({"pound"}),
    dimensions=word_set("high long tall wide deep thick broad across above below away"),
    degree_letters={"C": "degC", "F": "degF"},
    weather=word_set(
        "temperature temperatures degrees heat heatwave hot hotter hottest warm warmer warmest warming cold colder "
        "coldest cool cooler sun sunshine sunny snow mercury frost weather freezing thermometer thermometers celsius "
        "fahrenheit chill oven climate minus"
    ),
    million_letters=frozenset({"m"}),
    counted_in_millions=word_set("people homes jobs votes voters viewers passengers customers users"),
)
