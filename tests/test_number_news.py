"""Numbers as news texts write them: coins, single scales, parts of a change, labels, titles, ages bounded by a rank."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 dollars and 20 cents", ["[2 dollars and 20 cents] 2.2..2.2 money:USD"]),
        ("3 dollars and 200 cents", ["[3 dollars] 3..3 money:USD", "[200 cents] 200..200 money:cents"]),
        ("over a $60 bet", ["[$60] 60..60 money:USD"]),
        ("it cost A$60", ["[A$60] 60..60 money:AUD"]),
        ("a 5 million pound deal", ["[5 million pound] 5000000..5000000 money:GBP"]),
        ("a 550 pound bomb", ["[550 pound] 550..550 measure:lb"]),
        ("by 4.22 million bpd", ["[4.22 million bpd] 4220000..4220000 measure:bbl"]),
        ("1,902 ppb of methane", ["[1,902 ppb] 1902..1902 measure:ppb"]),
        ("one minute and 52 seconds", ["[one minute and 52 seconds] 112..112 duration:second"]),
        ("it fell by a quarter in a year", ["[a quarter] 0.25..0.25 count:"]),
        ("it rose by a third.", ["[a third] 0.333333333333333..0.333333333333333 count:"]),
        ("struck by a third party", []),
        ("a third more than before", ["[a third] 0.333333333333333..0.333333333333333 count:"]),
        ("but a quarter below the peak", ["[a quarter] 0.25..0.25 count:"]),
        (
            "down more than a third from 55",
            ["[more than a third] 0.333333333333333..None count:", "[55] 55..55 count:"],
        ),
        ("a one-in-four chance", ["[a one-in-four chance] 0.25..0.25 count:chance"]),
        (
            "20% more than three months earlier",
            ["[20%] 20..20 percent:%", "[three months] 3..3 duration:month"],
        ),
        ("20% more than a year earlier", ["[20%] 20..20 percent:%"]),
        ("more than a year earlier", ["[more than a year] 1..None duration:year"]),
        ("a group of 23 survivors", ["[23 survivors] 23..23 count:survivors"]),
        ("the Group of 20 nations", []),
        ("those in grades 17 to 22 get more", []),
        ("by a single vote", ["[a single vote] 1..1 count:vote"]),
        ("a single mother", []),
        ("the single largest", []),
        ("a single in the charts", []),
        ('the film "Room 213" opened', []),
        ('"We lost 3 men in there," he said', ["[3 men] 3..3 count:men"]),
        ("plus or minus 2.5 points", ["[2.5 points] 2.5..2.5 count:points"]),
        ("at 96 km per hour", ["[96 km per hour] 96..96 measure:km/h"]),
        ("at about half past one", []),
        ("he died, at a hundred and nine.", ["[a hundred and nine] 109..109 age:year"]),
        ("the pianist, dies at 48\nShe was ill.", ["[48] 48..48 age:year"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بأحد عشر نعشا", ["[أحد عشر نعشا] 11..11 count:نعشا"]),
        ("لأحد المسؤولين", []),
        ("مليارا و300 مليون يورو", ["[مليارا و300 مليون يورو] 1300000000..1300000000 money:EUR"]),
        ("المليارات الخمسة المطلوبة", ["[المليارات الخمسة] 5000000000..5000000000 count:"]),
        (
            "إلى 1,635 تريليون روبل من 2,4 تريليون",
            [
                "[1,635 تريليون روبل] 1635000000000..1635000000000 money:RUB",
                "[2,4 تريليون] 2400000000000..2400000000000 money:RUB",
            ],
        ),
        ("1,635 شخصا من 2,4 مليون", ["[1,635 شخصا] 1635..1635 count:شخصا", "[2,4 مليون] 2400000..2400000 count:"]),
        ("يتقدم بست وخمسين نقطة", ["[ست وخمسين نقطة] 56..56 count:نقطة"]),
        ("غادر في التاسعة وأربعين دقيقة مساء", []),
        ("في التاسعة والعشرين من عمره", ["[التاسعة والعشرين من عمره] 29..29 age:year"]),
        ("من تجاوزوا الخامسة والستين", ["[تجاوزوا الخامسة والستين] 65..None age:year"]),
        ("عشر منها إلى مالطا", ["[عشر] 10..10 count:"]),
        (
            "الفئات الخمس على خمسة آلاف جنيه",
            ["[الفئات الخمس] 5..5 count:الفئات", "[خمسة آلاف جنيه] 5000..5000 money:جنيه"],
        ),
        ("من مقاعده الاثنين والخمسين", ["[الاثنين والخمسين] 52..52 count:"]),
        ("وستلتقي الاثنتان في المدينة", []),
        ("ألفاً من الجنود", ["[ألفاً من الجنود] 1000..1000 count:الجنود"]),
        ("ألفا دولار", ["[ألفا دولار] 2000..2000 money:USD"]),
        ("بلغ عددهم ألفا.", ["[ألفا] 1000..1000 count:"]),
        ("دولارين و20 سنتا", ["[دولارين و20 سنتا] 2.2..2.2 money:USD"]),
        ("دولار و20 سنتا", ["[دولار و20 سنتا] 1.2..1.2 money:USD"]),
        ("نقطة مئوية ونصف النقطة", ["[نقطة مئوية ونصف النقطة] 1.5..1.5 percent:%"]),
        ("أعلى بدرجة مئوية ونصف الدرجة", ["[درجة مئوية ونصف الدرجة] 1.5..1.5 measure:degC"]),
        ("أكثر من خُمس قيمتها", ["[أكثر من خُمس قيمتها] 0.2..None count:قيمتها"]),
        ("ذهب خُمسها إلى", ["[خُمسها] 0.2..0.2 count:"]),
        ("خمس سنوات", ["[خمس سنوات] 5..5 duration:year"]),
        ("خمسُ سنوات", ["[خمسُ سنوات] 5..5 duration:year"]),
        ("نصف سكان المدينة", ["[نصف سكان] 0.5..0.5 count:سكان"]),
        ("نصف سعتها", ["[نصف سعتها] 0.5..0.5 count:سعتها"]),
        ("نصف ما كان", ["[نصف] 0.5..0.5 count:"]),
        ("ثلث هذا المبلغ", ["[ثلث] 0.333333333333333..0.333333333333333 count:"]),
        ("نصف نهائي كأس العالم", []),
        ("بمقدار الربع من ذروتها", ["[الربع من ذروتها] 0.25..0.25 count:ذروتها"]),
        ("البالغ عددها ٦٧.", ["[٦٧] 67..67 count:"]),
        ("زوجته البالغة 45", ["[45] 45..45 age:year"]),
        ("ارتفاع يقل عن كيلومتر واحد", ["[يقل عن كيلومتر واحد] None..1 measure:km"]),
        ("دولار واحد", ["[دولار واحد] 1..1 money:USD"]),
        ("الأطفال دون الخامسة عشرة", ["[دون الخامسة عشرة] None..15 age:year"]),
        ("كان الرقم 717 قتيلا", ["[717 قتيلا] 717..717 count:قتيلا"]),
        ("ارتدى الرقم 7", []),
        ("هاتفي «إن 9» و«إن 9 برو»", []),
        ("مجلة رولينغ ستون", []),
        ("(14,47 ت غ)", []),
        ("1902 جزء في المليار", ["[1902 جزء في المليار] 1902..1902 measure:ppb"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
