"""Amounts in text: every row is a text and what is found in it, as "lo..hi unit qualifier"."""

from __future__ import annotations

import time
from decimal import Decimal
from itertools import pairwise

import pytest

from kb import quantities

NOTHING = ""


def shown(text: str) -> str:
    """What is found, compactly: "1450000000..1520000000 CNY | 5 家 about"; an open end is "_"."""
    return " | ".join(one(q.lo, q.hi, q.unit, q.qualifier) for q in quantities.find(text))


def one(lo: Decimal | None, hi: Decimal | None, unit: str, qualifier: str) -> str:
    ends = [("_" if v is None else f"{v.normalize():f}") for v in (lo, hi)]
    amount = ends[0] if ends[0] == ends[1] else "..".join(ends)
    return " ".join(w for w in (amount, unit, qualifier) if w)


ROWS = [
    # money, Chinese
    ("14.50億元至15.20億元", "1450000000..1520000000 CNY"),
    ("营收14.50亿元至15.20亿元", "1450000000..1520000000 CNY"),
    ("14.5-15.2億", "1450000000..1520000000"),
    ("14.5～15.2亿元", "1450000000..1520000000 CNY"),
    ("１４．５－１５．２億元", "1450000000..1520000000 CNY"),
    ("15.00億元至16.00億元", "1500000000..1600000000 CNY"),
    ("中期息每股15港仙", "0.15 HKD"),
    ("earned 74 cents a share", "0.74 USD/股"),
    ("$3.05 to $3.15 per diluted share", "3.05..3.15 USD/股"),
    ("a margin of minus 6.2%", "-6.2 %"),
    ("margin edged up to 3.6%, fees of up to 3%", "3.6 % | _..3 % at-most"),
    ("存貨周轉天數為61日, 6月1日", "61 天"),
    ("88億元到92億元", "8800000000..9200000000 CNY"),
    ("66.80億元-68.80億元", "6680000000..6880000000 CNY"),
    ("介於10億元與12億元之間", "1000000000..1200000000 CNY"),
    ("3000至5000萬元", "30000000..50000000 CNY"),
    ("8000-1.2萬元", "8000..12000 CNY"),
    ("1億-1.2億美元", "100000000..120000000 USD"),
    ("2億元至2.3元", "200000000..230000000 CNY"),  # a misprint keeps its meaning
    ("股價上漲3元至25.6元", "3..25.6 CNY"),
    ("4608.83萬元", "46088300 CNY"),
    ("49.9萬元、6203萬元、3.37億元", "499000 CNY | 62030000 CNY | 337000000 CNY"),
    ("人民幣250億元", "25000000000 CNY"),
    ("約合357億元人民幣", "35700000000 CNY about"),
    ("250億美元", "25000000000 USD"),
    ("398億港元", "39800000000 HKD"),
    ("新台幣 2.5 兆元", "2500000000000 TWD"),
    ("1.2兆元", "1200000000000 CNY"),
    ("1兆2,000億元", "1200000000000 CNY"),
    ("3萬億元", "3000000000000 CNY"),
    ("3億5千萬元", "350000000 CNY"),
    ("十三億元", "1300000000 CNY"),
    ("百億元", "10000000000 CNY"),
    ("1200億日圓、3億歐元", "120000000000 JPY | 300000000 EUR"),
    ("2億英鎊、5兆韓元", "200000000 GBP | 5000000000000 KRW"),
    ("每股派息 1.2 元/股", "1.2 CNY/股"),
    ("价格约３０００元／吨", "3000 CNY/噸 about"),
    # money, English
    ("CNY 1.45–1.52 billion", "1450000000..1520000000 CNY"),
    ("CNY 1.450 billion to 1.520 billion", "1450000000..1520000000 CNY"),
    ("RMB 3 bn", "3000000000 CNY"),
    ("US$25 billion", "25000000000 USD"),
    ("$25bn, $1.2m", "25000000000 USD | 1200000 USD"),
    ("HK$39.8 billion", "39800000000 HKD"),
    ("€1.2bn and £300m", "1200000000 EUR | 300000000 GBP"),
    ("25 billion yuan", "25000000000 CNY"),
    ("3 billion US dollars", "3000000000 USD"),
    ("NT$1,234.5億元", "123450000000 TWD"),
    ("EPS of $0.89 per share", "0.89 USD/股"),
    ("45-52 billion", "45000000000..52000000000"),
    # signs
    ("為-3.36億元至-3億元。", "-336000000..-300000000 CNY"),
    ("約-5.03億元", "-503000000 CNY about"),
    ("為−4.49億元左右", "-449000000 CNY about"),
    ("負3.2億元", "-320000000 CNY"),
    ("下降-5%至3%", "-5..3 %"),
    ("虧損1.2億元至1.8億元", "120000000..180000000 CNY"),  # what a loss is, the caller knows
    # shares and growth
    ("230.70%至246.67%", "230.7..246.67 %"),
    ("10%-15%之間", "10..15 %"),
    ("24%-28%", "24..28 %"),
    ("29.59%到36.32%", "29.59..36.32 %"),
    ("81.28%\u00a0至120.12%", "81.28..120.12 %"),
    ("100%-150%區間", "100..150 %"),
    ("三成", "30 %"),
    ("直逼三成", "30 % near"),
    ("約八成客戶", "80 % about"),
    ("三成五", "35 %"),
    ("七八成", "70..80 % about"),
    ("近三分之一", "33.3333 % near"),
    ("其二分之一", "50 %"),
    ("百分之三十", "30 %"),
    ("一半", "50 %"),
    ("1‰", "0.1 %"),
    ("0.5個百分點", "0.5 pp"),
    ("25個基點", "25 bp"),
    ("50 percent, 25 basis points, 3 percentage points", "50 % | 25 bp | 3 pp"),
    ("one third, two-thirds of it", "33.3333 % | 66.6667 %"),
    ("half of revenue", "50 %"),
    ("the first half of 2025", NOTHING),
    ("64倍", "64 x"),
    ("提升 64 倍", "64 x"),
    ("5到10倍", "5..10 x"),
    ("5 to 10 times", "5..10 x"),
    ("兩倍、十倍", "2 x | 10 x"),
    ("翻一番", "2 x"),
    ("翻倍", "2 x"),
    ("翻了兩番", "4 x"),
    ("10x, tenfold, threefold, 10-fold", "10 x | 10 x | 3 x | 10 x"),
    # qualifiers
    ("約11.22億元", "1122000000 CNY about"),
    ("11.22億元左右", "1122000000 CNY about"),
    ("超43億元", "4300000000.._ CNY over"),
    ("超過43億元", "4300000000.._ CNY over"),
    ("逾20家", "20.._ 家 over"),
    ("近200人", "200 人 near"),
    ("不低於3億元", "300000000.._ CNY at-least"),
    ("不少於5家", "5.._ 家 at-least"),
    ("至少5家", "5.._ 家 at-least"),
    ("不超過5家", "_..5 家 at-most"),
    ("至多5家", "_..5 家 at-most"),
    ("最多 256 片", "_..256 片 at-most"),
    ("最長可達 12 個月", "_..12 個月 at-most"),
    ("高達300%", "300 % at-most"),  # reached, so both ends are kept
    ("不足50%", "_..50 % under"),
    ("88億元以上", "8800000000.._ CNY at-least"),
    ("5人以下", "_..5 人 at-most"),
    ("10 餘個", "10.._ 個 over"),
    ("10 余个", "10.._ 個 over"),
    ("3300餘款", "3300.._ 款 over"),
    ("20多家", "20.._ 家 over"),
    ("兩千多家", "2000.._ 家 over"),
    ("上百家", "100.._ 家 over"),
    ("近千款遊戲", "1000 款 near"),
    ("突破千億元", "100000000000.._ CNY over"),
    ("總市值超6000億,四家", "600000000000.._ over | 4 家"),
    ("more than 290 customers", "290.._ customer over"),
    ("no more than 5 companies", "_..5 company at-most"),
    ("at least 12 months", "12.._ 個月 at-least"),
    ("nearly 200 people", "200 person near"),
    ("20+ companies", "20.._ company at-least"),
    # counts and measures
    ("25,000 顆", "25000 顆"),
    ("5.2 萬片", "52000 片"),
    ("12至15人", "12..15 人"),
    ("三到五年", "3..5 年"),
    ("兩三家", "2..3 家 about"),
    ("五顆晶片,四代 GPU", "5 顆 | 4 代"),
    ("7位高管中5人", "7 位 | 5 人"),
    ("5 份框架協議及 24 份", "5 份 | 24 份"),
    ("100万台", "1000000 台"),
    ("5000 臺", "5000 台"),
    ("500 萬人次", "5000000 人次"),
    ("高達 10 Exa-Flops", "10 EFLOPS at-most"),
    ("10Exa-Flops", "10 EFLOPS"),
    ("超4000 tokens/s、", "4000.._ tokens/s over"),
    ("144GB", "144 GB"),
    ("DeepSeek-V3 671B滿血版", "671 B"),
    ("700公里, 350 km", "700 km | 350 km"),
    ("255 Wh/kg, 100 GWh, 5 GW, 2.5 GHz", "255 Wh/kg | 100 GWh | 5 GW | 2.5 GHz"),
    ("7nm, 28奈米, 3.5mm", "7 nm | 28 nm | 3.5 mm"),
    ("50萬千瓦", "500000 kW"),
    ("1.2 million units", "1200000 unit"),
    ("24 sales contracts", "24 contract"),
    ("over 52,000 widgets", "52000.._ widget over"),
    ("over 3,300 part numbers", "3300.._ number over"),
    ("over 100,000 GPU cards", "100000.._ card over"),
    ("the ten-thousand-card cluster, three digits, two GPU series", NOTHING),
    ("between 10 and 20 companies", "10..20 company"),
    ("five to ten chips", "5..10 chip"),
    # durations and ages
    ("長達16年", "16 年"),
    ("28年的歷程", "28 年"),
    ("12-month, 16 years", "12 個月 | 16 年"),
    ("兩年半", "2.5 年"),
    ("17歲", "17 歲"),
    ("長達近3年的去庫存", "3 年 near"),
    # two values, not a range
    ("從不足50%升至超過80%", "_..50 % under | 80.._ % over"),
    ("由3億元增至5億元", "300000000 CNY | 500000000 CNY"),
    ("從20%到30%", "20 % | 30 %"),
    ("rose from 50% to 80%", "50 % | 80 %"),
    ("ranges from 50% to 80%", "50..80 %"),
    ("從100元到200元不等", "100..200 CNY"),
    # no quantities
    ("2025年 2020 年 2025年度", NOTHING),
    ("25年营收", NOTHING),
    ("1月12日晚間,第3季,12月", NOTHING),
    ("第二代,新一代,第一個", NOTHING),
    ("MTT S5000 BR106 V3 H200 C600 RTX 4090", NOTHING),
    ("RoboBrain 2.5 的,DirectX 11/12 圖形", NOTHING),
    ("688795.SH 02533.HK v1.2.3 192.168.1.1", NOTHING),
    ("https://example.org/2025/12", NOTHING),
    ("千卡、萬卡叢集,支援兆參數", NOTHING),
    ("三大流派,一家公司,一個國家,三位數,三位一體", NOTHING),
    ("數十家,幾千張卡", NOTHING),
    ("天數智芯 三星 百度 萬科 兆易創新", NOTHING),
    ("近三年,過去五年,前10家企業", NOTHING),
    ("從0到1", NOTHING),
    ("2025 results, 2024 sales", NOTHING),
    ("On January 8 shares fell", NOTHING),
    ("沒有數字", NOTHING),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_finds(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in ROWS])
def test_words_are_where_they_are_said_to_be(text: str) -> None:
    found = quantities.find("前文。" + text)
    assert all(q.raw == ("前文。" + text)[q.start : q.end] for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


RAWS = [
    ("營收預計約11.22億元,", "約11.22億元"),
    ("漲幅10%-15%之間", "10%-15%之間"),
    ("营收14.50亿元至15.20亿元", "14.50亿元至15.20亿元"),
    ("2億元至2.3元", "2億元至2.3元"),
    ("was US$25 billion.", "US$25 billion"),
]


@pytest.mark.parametrize(("text", "raw"), RAWS)
def test_raw_is_as_printed(text: str, raw: str) -> None:
    assert [q.raw for q in quantities.find(text)] == [raw]


NUMBERS = [
    ("三百二十", 320), ("十餘", 10), ("十", 10), ("二十五", 25), ("兩千零五", 2005), ("三萬五", 35000),
    ("一兆", 10**12), ("二萬億", 2 * 10**12), ("25,000", 25000), ("1.2", "1.2"), ("5.2萬", 52000),
    ("三點五", "3.5"), ("二〇二五", 2025), ("１２", 12), ("twelve", 12), ("twenty-five", 25),
    ("two million", 2 * 10**6),
    ("1億2000萬", 120000000),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number(text: str, value: int | str) -> None:
    assert quantities.number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "晶片", "S5000", "十家"])
def test_no_number(text: str) -> None:
    assert quantities.number(text) is None


SAME = [
    ("14.50億元至15.20億元", "CNY 1.45–1.52 billion", True),
    ("14.5至15.2億", "14.50億元至15.20億元", True),
    ("0.25兆元", "2500億元", True),
    ("超43億元", "43億元", True),
    ("5家", "5人", False),
    ("5億美元", "5億元", False),
    ("5億元", "6億元", False),
    ("3億", "3%", False),
]


@pytest.mark.parametrize(("a", "b", "equal"), SAME)
def test_same(a: str, b: str, equal: bool) -> None:
    assert quantities.same(quantities.find(a)[0], quantities.find(b)[0]) is equal


def test_fold_keeps_length() -> None:
    text = "约１４．５０亿元　－３％（２０２５年）ﬁ İ"
    assert len(quantities.fold(text)) == len(text)


def test_a_long_text_takes_linear_time() -> None:
    text = "2025年營收預計為14.50億元至15.20億元,較2024年增長230.70%至246.67%。" * 200
    started = time.process_time()
    assert len(quantities.find(text)) == 400
    assert time.process_time() - started < 2


def test_what_was_revised_up_to_is_no_bound() -> None:
    assert [q.qualifier for q in quantities.find("Exports were revised up to $1.31 billion.")] == [""]
