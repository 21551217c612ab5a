"""Claims of one document that are of the same thing, and those that only look so; Arabic and English alike."""

from __future__ import annotations

import pytest

import align
from align.comparison.claims import Claims
from align.comparison.contradictions import find_contradictions
from align.pipeline import analyse


def found_in(language: str, *sentences: str) -> list[tuple[str, str]]:
    analysis = analyse(align.Document("text", language, "\n".join(sentences)))
    return [
        (found.first.text, found.second.text) for found in find_contradictions(analysis, Claims(analysis), (), "left")
    ]


FOUND = {
    "a date in two sentences, active and passive": (
        "en",
        ("The council opened the museum of Tarn on 4 June 1988.", "Its first director was a painter."),
        ("The money came from a lottery.", "The museum of Tarn was opened on 4 July 1988."),
        ("4 June 1988", "4 July 1988"),
    ),
    "the dead in the headline and further on": (
        "en",
        ("Ferry accident in Lomara leaves 48 dead", "The ferry turned over in a storm at night."),
        ("Fishermen pulled some of the passengers out of the water.", "The 84 dead were laid out in a school."),
        ("48 dead", "84 dead"),
    ),
    "digits and words": (
        "en",
        ("The explosion in the Derna mine injured 17 miners.", "Smoke hung over the valley for hours."),
        ("The mine was closed.", "Nineteen miners were injured in the explosion, two of them badly."),
        ("17 miners", "Nineteen miners"),
    ),
    "a fact line and the text": (
        "en",
        ("= Orlen Tower =", "", "- Completed: 12 March 1931", "- Architect: Hugo Brandt", ""),
        ("Hugo Brandt drew the first plans as a student.", "The tower was completed on 12 March 1932."),
        ("12 March 1931", "12 March 1932"),
    ),
    "a length in a fact line": (
        "en",
        ("= Sella Tunnel =", "", "- Length: 8,450 m", "- Builder: state railways", ""),
        ("Work went on day and night.", "The tunnel has a length of 8,540 metres and is the longest of the line."),
        ("8,450 m", "8,540 metres"),
    ),
    "a birth": (
        "en",
        ("The poet Sarah Linden was born in Bergen in 1907.", "She never married."),
        ("Her letters fill six volumes.", "Linden, born in Bergen in 1917, left the town as a girl."),
        ("1907", "1917"),
    ),
    "the fall of a town": (
        "en",
        ("Rebels captured Makeni on 3 May 1999.", "The governor had fled the day before."),
        ("Shops stayed shut.", "Makeni fell to the rebels on 3 March 1999, an officer recalled."),
        ("3 May 1999", "3 March 1999"),
    ),
    "hostages": (
        "en",
        ("The gang held 23 hostages in the bank.", "Police closed the street."),
        ("Talks lasted all night.", "All 32 hostages left the bank unharmed."),
        ("23 hostages", "32 hostages"),
    ),
    "تاريخ الافتتاح": (
        "ar",
        ("افتتحت البلدية متحف ترنة في 4 حزيران 1988.", "وكان أول مدير له رساما."),
        ("وجاء المال من التبرعات.", "افتُتح متحف ترنة في 4 تموز 1988."),
        ("4 حزيران 1988", "4 تموز 1988"),
    ),
    "القتلى في العنوان والخبر": (
        "ar",
        ("مقتل 48 شخصا في غرق عبارة في لومارا", "انقلبت العبارة ليلا في عاصفة."),
        ("وانتشل الصيادون بعض الركاب.", "ووُضعت جثث القتلى الأربعة والثمانين في مدرسة."),
        ("48 شخصا", "القتلى الأربعة والثمانين"),
    ),
    "أرقام وكلمات": (
        "ar",
        ("أصيب 17 عاملا في انفجار منجم درنة.", "وغطى الدخان الوادي ساعات."),
        ("وأُغلق المنجم.", "وأصيب في الانفجار تسعة عشر عاملا نُقلوا إلى المستشفى."),
        ("17 عاملا", "تسعة عشر عاملا"),
    ),
    "بطاقة معلومات ونص": (
        "ar",
        ("= برج أورلن =", "", "- الاكتمال: 12 مارس 1931", "- المهندس: هوغو برانت", ""),
        ("رسم هوغو برانت المخططات وهو طالب.", "واكتمل البرج في 12 مارس 1932."),
        ("12 مارس 1931", "12 مارس 1932"),
    ),
    "مولد": (
        "ar",
        ("ولدت الشاعرة سارة ليندن في برغن عام 1907.", "ولم تتزوج قط."),
        ("وتملأ رسائلها ستة مجلدات.", "وغادرت ليندن، التي ولدت في برغن عام 1917، المدينة وهي فتاة."),
        ("عام 1907", "عام 1917"),
    ),
    "سقوط مدينة": (
        "ar",
        ("استولى المتمردون على مدينة ماكيني في 3 مايو 1999.", "وكان المحافظ قد فر قبل ذلك بيوم."),
        ("وبقيت المتاجر مغلقة.", "وسقطت ماكيني في أيدي المتمردين في 3 مارس 1999."),
        ("3 مايو 1999", "3 مارس 1999"),
    ),
    "a fact line, which has no word for the last count": (
        "en",
        ("= Orlen Mine =", "", "- Rescue teams: 27", "- Depth: 410 m", ""),
        ("Smoke hung over the valley.", "In the end 28 rescue teams had gone down the Orlen mine."),
        ("27", "28 rescue teams"),
    ),
    "رهائن": (
        "ar",
        ("احتجزت العصابة 23 رهينة في المصرف.", "وأغلقت الشرطة الشارع."),
        ("ودامت المفاوضات طوال الليل.", "وخرج من المصرف 32 رهينة كانوا جميعا سالمين."),
        ("23 رهينة", "32 رهينة"),
    ),
}


@pytest.mark.parametrize("case", FOUND)
def test_two_values_for_one_thing(case: str) -> None:
    language, first, second, values = FOUND[case]
    assert found_in(language, *first, *second) == [values]


NOT_FOUND = {
    "two fact lines": (
        "en",
        "= Orlen collision =",
        "",
        "- Aboard the ferry Tarn: 248 people",
        "- Aboard the ferry Lomara: 396 people",
        "",
        "Both ferries sank.",
    ),
    "what happened years ago": (
        "en",
        "A pig that weighed 550 pounds killed the farmer.",
        "His wife found him.",
        "Ten years ago a pig that weighed 650 pounds pinned a farmer to his tractor.",
    ),
    "قبل سنوات": (
        "ar",
        "هجم خنزير يزن 550 رطلا على المزارع.",
        "ووجدته زوجته.",
        "وقبل عشرة أعوام هجم خنزير يزن 650 رطلا على مزارع آخر.",
    ),
    "what was raised": (
        "en",
        "The lowest wage of the weavers of Tarn stood at 3,000 crowns.",
        "They asked for more.",
        "In May the lowest wage of the weavers of Tarn was raised by a lot, to 5,300 crowns.",
    ),
    "two battles in two months": (
        "en",
        "The battle of Harran began in May 1997.",
        "Food was scarce.",
        "The battle of Selde began in June 1997.",
    ),
    "the toll grows": (
        "en",
        "At first the authorities spoke of 8 dead in the explosion in Tarn.",
        "Rescuers were still at work.",
        "By Monday the number of dead in the explosion had risen to 11.",
    ),
    "killed and injured": (
        "en",
        "The explosion in Tarn killed 12 people.",
        "Windows broke for miles around.",
        "The explosion injured 30 people, doctors said.",
    ),
    "each has another source": (
        "en",
        "The army said 12 people were killed in Tarn.",
        "The town is sealed off.",
        "The Red Cross said 15 people were killed in Tarn.",
    ),
    "a figure a day": (
        "en",
        "The mine yields 400 tonnes of ore.",
        "It belongs to the state.",
        "The mine yields 90 tonnes of ore daily.",
    ),
    "another year": (
        "en",
        "In 1998 floods in Lomara killed 120 people.",
        "Dykes were built.",
        "In 2004 floods in Lomara killed 45 people.",
    ),
    "the beginning and the end": (
        "en",
        "Work on the bridge began on 3 May 1950.",
        "It was hard and slow.",
        "Work on the bridge ended on 9 May 1954.",
    ),
    "part of the whole": (
        "en",
        "The crash in Tarn killed 19 people.",
        "The bus was on its way to the coast.",
        "Among those killed in the crash were five children.",
    ),
    "a part after a colon": (
        "en",
        "= Ferry of Lomara =\n\n- Crew: 61\n- Passengers: 36\n",
        "It sank in a storm.",
        "The sinking killed 36 people: 13 passengers, 22 members of the crew and a pilot.",
    ),
    "as matters stood on a day": (
        "en",
        "= Ferry of Lomara =\n\n- Injured: about 7,000\n",
        "The port was closed.",
        "By the evening of 5 August the ministry had counted 5,000 injured.",
    ),
    "other people": (
        "en",
        "The court in Tarn sentenced 14 officers.",
        "The trial was public.",
        "The court in Tarn sentenced 6 other officers in their absence.",
    ),
    "different nouns": (
        "en",
        "The army sent 40 tanks to Tarn.",
        "The road was mined.",
        "The army sent 600 soldiers to Tarn.",
    ),
    "two people died": (
        "en",
        "Anna Lorde died on 3 May 1988.",
        "Her house is a museum.",
        "Karl Lorde died on 9 August 1990.",
    ),
    "a plan and what became of it": (
        "en",
        "The company planned to open the mine on 1 March 2001.",
        "Money ran out.",
        "The mine was opened on 5 September 2003.",
    ),
    "vague and exact": (
        "en",
        "Some 8,000 people fled from Tarn.",
        "The roads were full.",
        "In all 8,214 people fled from Tarn.",
    ),
    "after the event": (
        "en",
        "The launch of the ship was on 31 May 1911.",
        "Thousands came.",
        "After the launch the ship was towed away and lay in dock until 2 April 1912.",
    ),
    "both values in one sentence": (
        "en",
        "The hall is 138 metres long.",
        "Its roof is of cedar.",
        "The hall is 138 metres long, its courtyard 92 metres long.",
    ),
    "two sentences in prison": (
        "en",
        "The court sentenced Idris Vann to 12 years in prison.",
        "The trial was short.",
        "His driver was sentenced to 4 years in prison.",
    ),
    "the estimate and the cost": (
        "en",
        "The dam was to cost 40 million dollars.",
        "Prices rose.",
        "In the end it cost 65 million dollars.",
    ),
    "the same event elsewhere": (
        "en",
        "The storm killed 14 people in Haiti.",
        "Roofs were torn off.",
        "The storm killed 9 people in Cuba.",
    ),
    "ages at two times": (
        "en",
        "Linden won the race aged 19.",
        "She trained every day.",
        "Linden won the race again aged 24.",
    ),
    "a title won more than once": (
        "en",
        "Tarn won the cup three times under Brandt.",
        "The stadium was full.",
        "Tarn won the cup five times under Keller.",
    ),
    "معركتان": (
        "ar",
        "بدأت معركة بغداد في أيار 1997.",
        "وكان الطعام قليلا.",
        "بدأت معركة دمشق في حزيران 1997.",
    ),
    "حصيلة ترتفع": (
        "ar",
        "أفادت حصيلة أولية بمقتل 8 أشخاص في انفجار ترنة.",
        "وكان رجال الإنقاذ ما زالوا يعملون.",
        "وارتفع عدد القتلى في الانفجار إلى 11 شخصا.",
    ),
    "قتلى وجرحى": (
        "ar",
        "قُتل 12 شخصا في انفجار ترنة.",
        "وتحطم زجاج النوافذ.",
        "وأصيب 30 شخصا في الانفجار.",
    ),
    "مصدران": (
        "ar",
        "قال الجيش إن 12 شخصا قُتلوا في ترنة.",
        "والمدينة مغلقة.",
        "وقال الصليب الأحمر إن 15 شخصا قُتلوا في ترنة.",
    ),
    "كل يوم": (
        "ar",
        "ينتج المنجم 400 طن من الخام.",
        "وهو ملك الدولة.",
        "ينتج المنجم 90 طنا من الخام يوميا.",
    ),
    "سنة أخرى": (
        "ar",
        "في عام 1998 قتلت الفيضانات في لومارا 120 شخصا.",
        "ثم بُنيت السدود.",
        "وفي عام 2004 قتلت الفيضانات في لومارا 45 شخصا.",
    ),
    "بداية ونهاية": (
        "ar",
        "بدأ العمل في الجسر في 3 أيار 1950.",
        "وكان شاقا.",
        "وانتهى العمل في الجسر في 9 أيار 1954.",
    ),
    "جزء من كل": (
        "ar",
        "قُتل 19 شخصا في حادث الحافلة قرب ترنة.",
        "وكانت في طريقها إلى الساحل.",
        "ومن القتلى في الحادث خمسة أطفال.",
    ),
    "حتى يوم": (
        "ar",
        "= عبارة لومارا =\n\n- الجرحى: نحو 7000\n",
        "أُغلق المرفأ.",
        "حتى مساء 5 آب بلغ عدد الجرحى 5000.",
    ),
    "وفاة شخصين": (
        "ar",
        "توفيت سارة لوردي في 3 أيار 1988.",
        "وصار بيتها متحفا.",
        "وتوفي كارل لوردي في 9 آب 1990.",
    ),
    "حكمان": (
        "ar",
        "حكمت المحكمة على إدريس بالسجن 12 عاما.",
        "وكانت المحاكمة قصيرة.",
        "وحكمت المحكمة على سائقه بالسجن 4 أعوام.",
    ),
    "تقدير وكلفة": (
        "ar",
        "كان من المقرر أن يكلف السد 40 مليون دولار.",
        "ثم ارتفعت الأسعار.",
        "وكلف السد في النهاية 65 مليون دولار.",
    ),
    "مكان آخر": (
        "ar",
        "قتلت العاصفة 14 شخصا في هايتي.",
        "واقتلعت السقوف.",
        "وقتلت العاصفة تسعة أشخاص في كوبا.",
    ),
    "تقريب": (
        "ar",
        "فر نحو 8 آلاف شخص من ترنة.",
        "وامتلأت الطرق.",
        "وبلغ عدد الذين فروا من ترنة 8214 شخصا.",
    ),
}


@pytest.mark.parametrize("case", NOT_FOUND)
def test_different_things_are_told_apart(case: str) -> None:
    language, *sentences = NOT_FOUND[case]
    assert found_in(language, *sentences) == []
