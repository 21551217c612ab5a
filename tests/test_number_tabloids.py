"""Numbers as tabloids and agencies write them: stones and fils, slang, lists of shares, definite counts, results."""

from __future__ import annotations

import pytest
from number_cases import read_numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 5ft 10in and 11 stone", ["[about 5ft 10in] 70..70~ measure:in", "[11 stone] 11..11 measure:st"]),
        ("he weighs 11 stone 4lb", ["[11 stone 4lb] 158..158 measure:lb"]),
        (
            "two stone lions and 3 stone steps",
            ["[two stone lions] 2..2 count:stone lions", "[3 stone steps] 3..3 count:stone steps"],
        ),
        ("in 10 in all", ["[10] 10..10 count:"]),
        ("2.2 micrometres", ["[2.2 micrometres] 2.2..2.2 measure:um"]),
        ("3.2 million feddans", ["[3.2 million feddans] 3200000..3200000 measure:acre"]),
        ("a minimum of 35 fils", ["[a minimum of 35 fils] 35..None money:fils"]),
        ("rise by 1.1 to 2.2 million barrels", ["[1.1 to 2.2 million barrels] 1100000..2200000 measure:bbl"]),
        (
            "rose 1.1 to 2.2 million barrels",
            ["[1.1] 1.1..1.1 measure:bbl", "[2.2 million barrels] 2200000..2200000 measure:bbl"],
        ),
        ("95% confidence interval 0.99 to 1.14", ["[95%] 95..95 percent:%"]),
        ("it costs ten grand a page", ["[ten grand] 10000..10000 count:"]),
        ("two grand juries and a grand piano", ["[two grand juries] 2..2 count:grand juries"]),
        (
            "20, 40 or 60 percent of the calories",
            ["[20] 20..20 percent:%", "[40] 40..40 percent:%", "[60 percent] 60..60 percent:%"],
        ),
        ("30 or 40 percent", ["[30 or 40 percent] 30..40 percent:%"]),
        ("risen to 450 euros from 299.", ["[450 euros] 450..450 money:EUR", "[299] 299..299 money:EUR"]),
        ("by six feet to 44.", ["[six feet] 6..6 measure:ft", "[44] 44..44 measure:ft"]),
        ("fell to 5% from 7 countries", ["[5%] 5..5 percent:%", "[7 countries] 7..7 count:countries"]),
        ("a win by 2 & 1", []),
        ("between 85 and 30 lorries a week", ["[between 85 and 30 lorries] 30..85 count:lorries"]),
        (
            "raising the age from 18 to 11, up 9 points",
            ["[18] 18..18 age:year", "[11] 11..11 age:year", "[9 points] 9..9 count:points"],
        ),
        ("I'm 84, so what", ["[84] 84..84 age:year"]),
        ("he's 36 now", ["[36] 36..36 age:year"]),
        (
            "She was 5-foot-4 and weighed 110 pounds",
            ["[5-foot-4] 64..64 measure:in", "[110 pounds] 110..110 measure:lb"],
        ),
        ("a 6-foot wall", ["[6-foot] 6..6 measure:ft"]),
        ("5-foot-10-inch", ["[5-foot-10] 70..70 measure:in"]),
        ("a combined $500-odd million", ["[$500-odd million] 500000000..500000000 money:USD"]),
        ("20-odd years", ["[20-odd years] 20..20~ duration:year"]),
        ("Nine times out of ten", ["[Nine times out of ten] 0.9..0.9 count:times"]),
        ("158 riders out of 176 started", ["[158 riders] 158..158 count:riders", "[176] 176..176 count:"]),
        ("one of only four out of 14 girls", ["[four] 4..4 count:", "[14 girls] 14..14 count:girls"]),
        ("a little over £250.000", ["[a little over £250.000] 250000..250000~ money:GBP"]),
        ("costs £1.274 a litre", ["[£1.274] 1.274..1.274 money:GBP"]),
        (
            "he weighed 14st 13lb and she 11st 4lb",
            ["[14st 13lb] 209..209 measure:lb", "[11st 4lb] 158..158 measure:lb"],
        ),
        (
            "the 21st and 22nd of 101st",
            ["[21st] 21..21 ordinal:", "[22nd] 22..22 ordinal:", "[101st] 101..101 ordinal:"],
        ),
        (
            "closed down 11p, or 4.6 per cent, at 228p",
            ["[11p] 11..11 money:p", "[4.6 per cent] 4.6..4.6 percent:%", "[228p] 228..228 money:p"],
        ),
        ("p 12 and page 12", ["[12] 12..12 count:"]),
        (
            "at least one of the two revolvers",
            ["[at least one] 1..None count:revolvers", "[two revolvers] 2..2 count:revolvers"],
        ),
        ("talks about one of the two", ["[two] 2..2 count:"]),
        ("the lawyers' cut of 25 to 33 percent", ["[25 to 33 percent] 25..33 percent:%"]),
        (
            "was raised by 56% in all parts of it, from 8,000 to 12,500 taka",
            ["[56%] 56..56 percent:%", "[8,000] 8000..8000 money:taka", "[12,500 taka] 12500..12500 money:taka"],
        ),
        ("set up a scheme for all workers aged from 18 to 25", ["[from 18 to 25] 18..25 age:year"]),
        ("made it 4-0 on 63 minutes", ["[63 minutes] 63..63 ordinal:minute"]),
        ("he spent it on 20 minutes of silence", ["[20 minutes] 20..20 duration:minute"]),
        ("as wind chills dip to 25 below", ["[25 below] -25..-25 count:"]),
        ("it was 26 below zero with gusts", ["[26 below zero] -26..-26 count:"]),
        ("it lies 70 m below.", ["[70 m] 70..70 measure:m"]),
        ("those 25 below the line", ["[25] 25..25 count:"]),
        ("up 0.6 of a percentage point", ["[0.6 of a percentage point] 0.6..0.6 percent:%"]),
        ("which have tripled in volume, which takes 7 to 8 minutes", ["[7 to 8 minutes] 7..8 duration:minute"]),
        ("beat Boris Spassky 12½-8½ in Reykjavik", []),
        ("ran 12½ miles and 8½ laps", ["[12½ miles] 12.5..12.5 measure:mi", "[8½ laps] 8.5..8.5 count:laps"]),
        ("revenue topped $5 million", ["[topped $5 million] 5000000..None money:USD"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أسئلة الجمهوريين الأحد عشر", ["[الجمهوريين الأحد عشر] 11..11 count:الجمهوريين"]),
        ("آخر اللقاءات الأحد والعشرين فجرى في آب", ["[اللقاءات الأحد والعشرين] 21..21 count:اللقاءات"]),
        ("في أيام الأسبوع السبعة كلها", ["[أيام الأسبوع السبعة] 7..7 duration:day"]),
        (
            "الرياضات التسع مليون و470 ألف متفرج",
            ["[الرياضات التسع] 9..9 count:الرياضات", "[مليون و470 ألف متفرج] 1470000..1470000 count:متفرج"],
        ),
        ("التسعة ملايين جنيه", ["[التسعة ملايين جنيه] 9000000..9000000 money:جنيه"]),
        ("فاصل الثقة 95% من 0.99 إلى 1.14", ["[95%] 95..95 percent:%"]),
        ("من الصفر ساعة و50 دقيقة", ["[ساعة و50 دقيقة] 110..110 duration:minute"]),
        ("وزنه 11 ستون و4 أرطال", ["[11 ستون و4 أرطال] 158..158 measure:lb"]),
        ("35 فلسا وعشرة فلوس", ["[35 فلسا] 35..35 money:فلسا", "[عشرة فلوس] 10..10 money:فلوس"]),
        ("3.2 مليون فدان", ["[3.2 مليون فدان] 3200000..3200000 measure:acre"]),
        ("2.2 نانومتر وثلاثة ميكرونات", ["[2.2 نانومتر] 2.2..2.2 measure:nm", "[ثلاثة ميكرونات] 3..3 measure:um"]),
        ("طوال 11 عاما و1304 حلقات", ["[11 عاما] 11..11 duration:year", "[1304 حلقات] 1304..1304 count:حلقات"]),
        ("20 أو 40 أو 60 بالمئة", ["[20] 20..20 percent:%", "[40] 40..40 percent:%", "[60 بالمئة] 60..60 percent:%"]),
        ("طفل في الرابعة أو الخامسة من عمره", ["[الرابعة أو الخامسة من عمره] 4..5 age:year"]),
        ("وقلصت الغاطس ست أقدام إلى ٤٤ قدما", ["[ست أقدام] 6..6 measure:ft", "[٤٤ قدما] 44..44 measure:ft"]),
        ("عاصفة من الفئة ٤ تضرب المنطقة", []),
        ("وودز 2 & 1 في اللعب الفردي", []),
        ("بين 37 ألفا و59 ألفا، من بينهم", ["[بين 37 ألفا و59 ألفا] 37000..59000 count:"]),
        ("37 ألفا و59 جنديا", ["[37 ألفا و59 جنديا] 37059..37059 count:جنديا"]),
        (
            "قوامها 812 13 فردا و941 2 من أفراد الشرطة",
            ["[812 13 فردا] 13812..13812 count:فردا", "[941 2 من أفراد] 2941..2941 count:أفراد"],
        ),
        ("بلغ 812 13.", ["[812] 812..812 count:", "[13] 13..13 count:"]),
        ("ثانية ونصف الثانية", ["[ثانية ونصف الثانية] 1.5..1.5 duration:second"]),
        ("في الثانية والسبعين من عمره", ["[الثانية والسبعين من عمره] 72..72 age:year"]),
        ("في 6 أشواط وثلث الشوط", ["[6 أشواط وثلث الشوط] 6.333333333333333..6.333333333333333 count:أشواط"]),
        ("أربع رحلات على الأقل من كل خمس", ["[أربع رحلات على الأقل من كل خمس] 0.8..None count:رحلات"]),
        ("تسع مرات من كل عشر", ["[تسع مرات من كل عشر] 0.9..0.9 count:مرات"]),
        ("واحد من ثلاثة طالبات", ["[واحد من ثلاثة طالبات] 0.333333333333333..0.333333333333333 count:طالبات"]),
        ("بثمن 14,170 ينا", ["[14,170 ينا] 14170..14170 money:JPY"]),
        (
            "يزيد قليلاً عن 250.000 جنيه وسعر 3.500 يورو",
            ["[يزيد قليلاً عن 250.000 جنيه] 250000..250000~ money:جنيه", "[3.500 يورو] 3500..3500 money:EUR"],
        ),
        ("وسعره 3.500 يورو", ["[3.500 يورو] 3.5..3.5 money:EUR"]),
        ("٧ أقدام وبوصة واحدة", ["[٧ أقدام وبوصة واحدة] 85..85 measure:in"]),
        ("محادثات حول مهلة من 5 إلى 7 أيام", ["[من 5 إلى 7 أيام] 5..7 duration:day"]),
        ("في اللفة 25 من أصل 53", ["[اللفة 25] 25..25 ordinal:اللفة", "[53] 53..53 count:"]),
        ("وحل الفرنسي ثانيا والإيطالي ثالثا", ["[ثانيا] 2..2 ordinal:", "[ثالثا] 3..3 ordinal:"]),
        ("ثانيا، نريد الخبز", []),
        ("٢٦ تحت الصفر", ["[٢٦ تحت الصفر] -26..-26 count:"]),
        ("من بلتران ولتران", ["[لتران] 2..2 measure:l"]),
        ("بتحويل 200 جنيه إلى ألف جنيه", ["[200 جنيه] 200..200 money:جنيه", "[ألف جنيه] 1000..1000 money:جنيه"]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert read_numbers(text, "ar") == expected
