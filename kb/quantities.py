"""Amounts in financial Chinese and English: values, ranges, units, and how sure the writer was.

`find` reads numbers with a scale and a unit, joins two into a range where only a range word stands
between, and takes the qualifier around them. Left out: dates (see `periods`), ordinals, numbers in
identifiers, losses told in words (the caller knows the measure), conversion between units.

A bare scale ("14.5億", "25 billion") has unit "": only the caller knows whether it counts money.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from kb.model import Quantity

# One character to one character, so that offsets in folded text are offsets in the text.
_SIMPLIFIED = (
    "亿億万萬两兩余餘约約过過达達于於间間个個颗顆辆輛项項笔筆张張条條种種栋棟组組岁歲吨噸单單号號币幣欧歐镑鎊"
    "韩韓圆圓円圓圜圓点點钟鐘时時级級数數几幾满滿将將仅僅内內从從与與为為户戶层層轮輪场場块塊节節届屆营營业業净淨"
    "润潤亏虧损損绩績报報产產纳納厘釐亩畝顷頃卢盧门門历歷长長终終后後简簡称稱额額价價权權东東头頭样樣线線气氣体體"
    "导導创創员員计計档檔页頁臺台负負财財当當盘盤来來收收至至别別类類规規务務总總资資发發现現够夠只只"
)
_FOLD = {cp: cp - 0xFEE0 for cp in range(0xFF01, 0xFF5F) if cp != 0xFF0C}  # a Chinese comma groups no digits
_FOLD |= {ord(s): ord(t) for s, t in zip(_SIMPLIFIED[::2], _SIMPLIFIED[1::2], strict=True)}
_FOLD |= {ord(c): ord(" ") for c in "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"}
_FOLD |= {ord(c): ord("~") for c in "～〜∼"}
_FOLD |= {ord(c): ord("-") for c in "−‐‑﹣－"} | {ord("—"): ord("–"), ord("‒"): ord("–")}  # dashes are no minus
_FOLD |= {ord("￥"): ord("¥"), ord("﹪"): ord("%"), ord("’"): ord("'")}


def fold(text: str) -> str:
    """Full-width to ASCII, spaces and dashes to one kind, the Simplified words of amounts to Traditional.

    The length never changes.

    >>> fold("约１４．５０亿元")
    '約14.50億元'
    """
    return text.translate(_FOLD)


def _words(table: str) -> list[str]:
    return table.split()


# --- numbers -----------------------------------------------------------------------------------

_ZH_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2}
_ZH_SMALL = {"十": 10, "百": 100, "千": 1000}
_ZH_BIG = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_EN_NUMBER = {
    w: i
    for i, w in enumerate(
        _words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen twenty"
        )
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_EN_SCALE = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "k": 3, "m": 6, "mn": 6, "mln": 6,
    "b": 9, "bn": 9, "bln": 9, "t": 12, "tn": 12, "trn": 12,
}  # fmt: skip

_D = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_S = r"(?:[十百千]?萬億|[十百千]?[萬億]|兆(?![易瓦赫字豐馬焦])|千(?![瓦克卡米帕赫焦伏])|百(?![分度貨]))"
_ZH = r"(?:[一二兩三四五六七八九十百千萬億]|兆(?!易))(?:[零〇一二兩三四五六七八九十百千萬億]|兆(?![易瓦]))*"
_ZH += r"(?:點[零〇一二三四五六七八九]+[十百千]?[萬億]*)?"
_W = (
    r"(?i:\b(?:"
    + "|".join(sorted(_EN_NUMBER, key=len, reverse=True))
    + r")(?:-(?:one|two|three|four|five|six|seven"
)
_W += r"|eight|nine))?\b)"
_EN_SC = r"(?i:hundred|thousand|million|billion|trillion|mln|bln|trn|bn|mn|tn)\b"
_DIGITS = re.compile(
    rf"(?P<num>{_D})(?:(?P<m1>\s?[餘多幾])?\s?(?P<sc>{_S})(?:(?P<num2>{_D})(?P<sc2>{_S}))?"
    rf"|\s?-?(?P<en>{_EN_SC}))?(?P<m2>\s?[餘多來幾](?!年來|種原)|\+(?!\w))?"
)
_CHINESE = re.compile(rf"(?P<num>{_ZH})(?P<m2>\s?[餘多來](?!自))?")
_ENGLISH = re.compile(rf"(?P<num>{_W})(?:\s(?P<en>(?i:hundred|thousand|million|billion|trillion)\b))?")


_CASH_DIGITS = re.compile(_DIGITS.pattern.replace("|\\s?-?(?P<en>", "|\\s?-?(?P<en>[kKmMbBtT](?![A-Za-z0-9/])|"))


def number(text: str) -> Decimal | None:
    """The value of a numeral in digits, Chinese or an English word; None when it is none.

    >>> number("三百二十"), number("十餘"), number("1億2000萬"), number("twenty-five")
    (Decimal('320'), Decimal('10'), Decimal('120000000'), Decimal('25'))
    """
    t = fold(text).strip().rstrip("餘多來幾")
    if m := _DIGITS.fullmatch(t):
        return _digits_value(m)
    if _CHINESE.fullmatch(t) or (t and all(c in _ZH_DIGIT for c in t)):
        return _chinese_value(t)
    if m := _ENGLISH.fullmatch(t):
        return _english_value(m)
    return None


def _plain(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _digits_value(m: re.Match[str]) -> Decimal:
    value = _plain(m["num"]) * _scale(m["sc"], m["en"])
    return value + _plain(m["num2"]) * _scale(m["sc2"], None) if m["num2"] else value


def _scale(chinese: str | None, english: str | None) -> Decimal:
    if english:
        return Decimal(10 ** _EN_SCALE[english.lower()])
    return _chinese_value(chinese) if chinese else Decimal(1)


def _english_value(m: re.Match[str]) -> Decimal:
    return Decimal(sum(_EN_NUMBER[w] for w in m["num"].lower().split("-"))) * _scale(None, m["en"])


def _chinese_value(t: str) -> Decimal:
    """Chinese numerals with units, digit by digit ("二〇二五"), and with 點; "萬" alone is one of it."""
    whole, _, rest = t.partition("點")
    if rest:
        tail = rest.rstrip("十百千萬億")
        part = Decimal("".join(str(_ZH_DIGIT[c]) for c in tail)).scaleb(-len(tail))
        times = _chinese_value(rest[len(tail) :]) if rest != tail else Decimal(1)
        return (_chinese_value(whole) + part) * times
    if all(c in _ZH_DIGIT for c in whole):
        return Decimal("".join(str(_ZH_DIGIT[c]) for c in whole))
    return Decimal(_with_units(whole))


def _with_units(t: str) -> int:
    total = section = last = 0
    digit: int | None = None
    for i, c in enumerate(t):
        if c in _ZH_DIGIT:
            digit = _ZH_DIGIT[c]
            last = 0 if digit == 0 else last
        elif c in _ZH_SMALL:
            section += (1 if digit is None else digit) * _ZH_SMALL[c]
            digit, last = None, _ZH_SMALL[c]
        else:
            section += digit or 0
            if i and (0 < total < _ZH_BIG[c] or t[i - 1] in _ZH_BIG):  # 二萬億: all before it is multiplied
                total = (total + section) * _ZH_BIG[c]
            else:
                total += (section or 1) * _ZH_BIG[c]
            section, digit, last = 0, None, _ZH_BIG[c]
    return total + section + (digit or 0) * (last // 10 if last > 10 else 1)  # 三百五 is 350


# --- units -------------------------------------------------------------------------------------

_CURRENCY = {
    "CNY": "人民幣 RMB CNY CN¥ ¥ 元人民幣 元 圓 塊錢 yuan renminbi", "USD": "美元 美金 US$ USD $ dollar",
    "HKD": "港元 港幣 HK$ HKD 港圓", "TWD": "新台幣 台幣 NT$ TWD NTD 元新台幣", "JPY": "日圓 日元 JPY JP¥ yen",
    "EUR": "歐元 € EUR euro", "GBP": "英鎊 £ GBP pound", "KRW": "韓元 韓圓 KRW ₩ won",
    "SGD": "新加坡元 新幣 S$ SGD",
    "AUD": "澳元 A$ AUD", "CAD": "加元 C$ CAD", "CHF": "瑞士法郎 瑞郎 CHF", "INR": "印度盧比 盧比 ₹ INR rupee",
    "RUB": "盧布 RUB ruble", "MYR": "令吉 MYR ringgit", "THB": "泰銖 THB baht",
}  # fmt: skip
_MONEY = {word: code for code, words in _CURRENCY.items() for word in words.split()}
_MONEY |= {"US dollar": "USD", "U.S. dollar": "USD", "Hong Kong dollar": "HKD", "NT dollar": "TWD"}
_MONEY |= {"New Taiwan dollar": "TWD", "Chinese yuan": "CNY", "Japanese yen": "JPY", "Korean won": "KRW"}
_BEFORE = [w for w in _MONEY if w[0] in "CHUNRJEGKSAIT人美港新台日歐英韓¥$€£₩₹" and not w.endswith("dollar")]
_BEFORE = [w for w in _BEFORE if not re.search("[a-z]", w)]

# A Chinese counter, and the characters after it that make it another word (股份 is no 股).
_COUNTERS = (
    "家 款 顆 片 台 輛 筆 座 架 艘 種 例 棟 枚 套 批 戶 棵 盞 篇 屆 輪廓迴胎 人民均工形才士口類造力物為員 "
    "名稱單列為義次目 位數於置元居列移一 個人別股體 項目 份額 張 條件款例 次元性新級要數於創 間接諜 "
    "支持付出援撐架線 "
    "部分門署件落隊曲長 組織合成建 股份東價權票市本息比民災 代表碼理工價替際言 層級面次 塊 場景館地均所次 "
    "隻 只要是有能會為見管剩 所有以得在屬謂長 桶 畝 箱 盒 瓶 頁 字節 卡 門檻戶 團隊"
)
_GUARD: dict[str, str] = dict.fromkeys(
    _words("人次 平方米 平方公里 平方公尺 立方米 公頃 英畝 公升 交易日 工作日"), ""
)
for _counter in _words(_COUNTERS):
    _GUARD[_counter[0]] = _GUARD.get(_counter[0], "") + _counter[1:]

_TENTH = Decimal("0.1")
_ALIAS: dict[str, tuple[str, Decimal]] = {
    printed: (unit, factor)
    for unit, factor, words in (
        ("%", Decimal(1), "% 巴仙 percent per^cent pct"), ("%", _TENTH, "‰"), ("%", Decimal(10), "成"),
        ("pp", Decimal(1), "個百分點 百分點 個點 percentage^point pp ppt ppts"),
        ("bp", Decimal(1), "個基點 基點 bp bps basis^point"),
        ("x", Decimal(1), "倍 x × times fold"), ("年", Decimal(1), "年 年^時間 year yr"),
        ("個月", Decimal(1), "個月 個餘月 個多月 month"), ("季", Decimal(1), "個季度 個季 quarter"),
        ("週", Decimal(1), "週 周 個星期 星期 week"), ("天", Decimal(1), "天 day"),
        ("小時", Decimal(1), "個小時 小時 個鐘頭 hour hr"), ("分鐘", Decimal(1), "分鐘 minute"),
        ("秒", Decimal(1), "秒鐘 秒 second"), ("毫秒", Decimal(1), "毫秒 ms millisecond"),
        ("歲", Decimal(1), "歲 years^old year-old"), ("人", Decimal(1), "個人 人"),
        ("km", Decimal(1), "km 公里 kilometer kilometre"), ("m", Decimal(1), "公尺 米 meter metre"),
        ("cm", Decimal(1), "cm 公分 釐米"), ("mm", Decimal(1), "mm 毫米 公釐"), ("μm", Decimal(1), "μm um 微米"),
        ("nm", Decimal(1), "nm 奈米 納米 nanometer nanometre"), ("kg", Decimal(1), "kg 公斤 千克 kilogram"),
        ("g", Decimal(1), "公克 克 gram"), ("噸", Decimal(1), "公噸 噸 ton tonne metric^ton"),
        ("英寸", Decimal(1), "英寸 英吋 吋 寸 inch inches"),
        ("W", Decimal(1), "W 瓦特 瓦"), ("kW", Decimal(1), "kW 千瓦"),
        ("MW", Decimal(1), "MW 兆瓦"), ("GW", Decimal(1), "GW 吉瓦"), ("TW", Decimal(1), "TW"),
        ("kWh", Decimal(1), "kWh 千瓦時 千瓦小時 度電"), ("MWh", Decimal(1), "MWh 兆瓦時"),
        ("GWh", Decimal(1), "GWh 吉瓦時"),
        ("EFLOPS", Decimal(1), "Exa-Flops ExaFlops Exa-FLOPS EFLOPS EFlops exaflop"),
        ("PFLOPS", Decimal(1), "Peta-Flops PetaFlops PFLOPS PFlops petaflop"),
        ("TFLOPS", Decimal(1), "Tera-Flops TeraFlops TFLOPS TFlops teraflop"), ("TOPS", Decimal(1), "TOPS"),
        ("tokens/s", Decimal(1), "tokens/s token/s tokens/秒 tokens/sec tokens^per^second tokens^a^second"),
        ("token", Decimal(1), "tokens token"), ("°C", Decimal(1), "°C ℃ 攝氏度"),
        ("mile", Decimal(1), "英里 mile"),
        ("person", Decimal(1), "people person"),
    )
    for printed in (w.replace("^", " ") for w in words.split())
}  # fmt: skip
for _unit in _words(
    "B KB MB GB TB PB EB Gb Mb Tb KB/s MB/s GB/s TB/s kbps Kbps Mbps Gbps Tbps Hz kHz MHz GHz THz Wh TWh Wh/kg "
    "Wh/L kWh/kg mW V kV mV mA mAh Ah km/h dB fps ppm sqm GFLOPS FLOPS GT/s GOPS kg/m3 mm² km² m² cm²"
):
    _ALIAS[_unit] = (_unit, Decimal(1))
_NOUNS = (
    "unit|chip|card|customer|client|firm|employee|worker|staff|engineer|executive|founder|user|order|"
    "contract|agreement|deployment|product|model|generation|share|patent|store|plant|number|"
    "vehicle|car|device|server|node|cluster|wafer|line|project|case|vote|seat|point|member|"
    "director|investor|supplier|vendor|part|parameter|game|transistor|round|batch|batche|core|layer|barrel|acre|sku|gpu|"
    "cpu|phone|aircraft|ship|home|house|room|student|patient|dose|item|piece|type|subscriber|download"
)
_NO_NOUN = frozenset(
    _words(
        "this was has his its is as us plus less versus series always across towards besides perhaps sales digits "
        "results earnings revenues profits losses figures basis process access business news does goes thus minus "
        "times gains forecasts guidance financials shares"
    )
)
_FUNCTION = frozenset(
    _words(
        "a an and are as at by for from had has have in into is it its of on or than that the their to was were "
        "which will with per vs while but after before over under up down"
    )
)
_PLURAL = re.compile("[a-z][a-z-]{2,}s|[A-Z]{2,5}s")
_SCALE_NEXT = re.compile(rf"\s?{_S}")


def _zh_unit(word: str) -> str:
    guard = {"成": "立為本功長績員熟果都交份品人了不型像就體", "倍": "數增", "天": "數然空文線際使氣下地",
             "周": "期轉邊刊末年", "年": "代度報底末初終級第產薪均輕", "元": "件宇素器旦月首老組", "克": "拉服",
             "米": "其勒", "寸": "", "瓦": "解", "圓": "滿", "個點": "位",
             "秒": "殺"}.get(word, _GUARD.get(word, ""))  # fmt: skip
    return re.escape(word) + (f"(?![{guard}])" if guard else "")


def _longest(words: list[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


_CJK = [w for w in [*_ALIAS, *_GUARD, *_MONEY] if re.match("[\u4e00-\u9fff℃°%‰×]", w)]
_PER = (
    r"(?P<per>\s?/\s?(?:股|片|顆|噸|台|桶|克|公斤|平方米|平|度|人|年|天|月|小時|(?i:share|kwh|wh|ton|unit|year)\b)"
)
_PER += r"|\s(?i:per|a)\s(?i:share|kwh|ton|unit)\b)?"
_ZH_UNIT = re.compile(
    rf"\s{{0,2}}(?P<zh>{'|'.join(_zh_unit(w) for w in _longest(list(dict.fromkeys(_CJK))))})"
    rf"(?P<half>半(?![年導])(?=$|[^\w]|[的後內前時]))?{_PER}"
)
_TOKEN = re.compile(r"\s{0,2}-?(?P<word>[A-Za-zμ][A-Za-z²³]*(?:[/-][A-Za-z²³]+|/秒)*)(?![A-Za-z0-9])")
_NEXT_WORD = re.compile(r"\s([A-Za-z][\w-]+)")
_AFTER_LATIN = re.compile(_PER)
_Unit = tuple[str, Decimal, bool]  # canonical name, factor to it, whether it is money
_KNOWN: dict[str, _Unit] = {w: (*v, False) for w, v in _ALIAS.items()}
_KNOWN |= {w: (code, Decimal(1), True) for w, code in _MONEY.items()}
_LOWER = {w.lower(): v for w, v in reversed(_KNOWN.items()) if len(w) > 1}  # 144gb, but never 10w or 5b
_PHRASES: dict[str, list[str]] = {}  # by their first word, longest first
for _phrase in sorted((w.lower() for w in _KNOWN if " " in w), key=len, reverse=True):
    _PHRASES.setdefault(_phrase.split()[0], []).append(_phrase)
_NOUN = re.compile(rf"(?i:(?:{_NOUNS})s|(?!series)\w+ies|staff|aircraft)")  # "3,300 part numbers" are no parts


class _Atom(NamedTuple):
    """One number with what directly belongs to it. `scale` is what a range shares; None: none printed."""

    start: int
    end: int
    value: Decimal
    high: Decimal
    scale: Decimal | None
    unit: str | None
    money: bool = False
    closed: bool = False  # its unit is printed right after it
    tens: bool = False  # counted in 成
    more: str = ""
    bare: bool = False  # a lone 百, 千 or 萬, or 一: an amount only with a qualifier or in a range
    year: bool = False


_SAME_COUNTER = {"只": "隻", "枱": "台"}
_CUR = "|".join(re.escape(w) for w in _longest(_BEFORE))
_LEAD = re.compile(rf"(?:約|about\s)?\s?(?P<s1>[-負])?(?P<cur>{_CUR})?\s?(?P<s2>-)?")
_BACK = re.compile(rf"(?P<s1>(?<![\w%-])[-負])?(?:(?<![A-Za-z])(?P<cur>{_CUR}))\s?(?P<s2>-)?$")
_MINUS_AFTER = re.compile(r"(?:^|[^\w%.)\-]|[^\x00-\x7f元億萬年月日號季顆片家個人成倍點])\s?$")
# What follows 25年 when it is the year 2025; for `periods` too.
SHORT_YEAR = (
    r"\s?(?:度|全年|年報|上半|下半|第?[一二三四1-4]季|Q[1-4]|H[12]|前三季|底|初|末|\d{1,2}月"
    r"|的?(?:預計)?(?:總?營業?收|收入|淨利|利潤|業績|毛利|虧損|淨虧|歸母|扣非|財報|研發))"
)
_SHORT_YEAR = re.compile(SHORT_YEAR)
_START = re.compile(
    r"\d|[一二兩三四五六七八九十百千萬億兆]|翻(?:了)?(?=[番倍一兩])|半數"
    r"|[AHOTFSENZahotfsenz](?<![A-Za-z].)(?:(?<=[Hh])alf(?=\sof\b)|(?<=[Aa])(?=\s(?:half|third|quarter|fifth|sixth|eighth|tenth)\b)"
    r"|(?i:(?<=o)ne|(?<=t)(?:wo|hree|en|welve|hirteen|wenty|hirty)|(?<=f)(?:our|ive|ourteen|ifteen|orty|ifty)"
    r"|(?<=s)(?:ix|even|ixteen|eventeen|ixty|eventy)|(?<=e)(?:ight|leven|ighteen|ighty)|(?<=n)(?:ine|ineteen|inety)"
    r"|(?<=z)ero|(?<=h)undred(?=-?fold))(?![a-eg-z]))"
)


def find(text: str) -> list[Quantity]:
    """Every amount in `text`, left to right, never overlapping.

    "超" and "以上" leave `hi` open (None), "不足" and "最多" leave `lo` open; "約", "近" and "高達"
    (which is reached) keep both. Shares ("三成", "三分之一") are in "%", to four decimals.

    >>> [(str(q.lo), str(q.hi), q.unit) for q in find("營收14.50億元至15.20億元")]
    [('1450000000.00', '1520000000.00', 'CNY')]
    """
    t = fold(text)
    found: list[Quantity] = []
    position = 0
    while m := _START.search(t, position):
        previous = found[-1].end if found else 0
        hit = _share(t, m.start()) or _amount(t, m.start(), previous)
        if isinstance(hit, int):
            position = hit
            continue
        q = _qualified(text, t, hit, previous)
        position = q.end if q else hit.end
        if q:
            found.append(q)
    return found


def unit_follows(folded: str, end: int) -> bool:
    """Whether a scale or a unit other than 年 follows the number that ends at `end` of folded text."""
    if _SCALE_NEXT.match(folded, end):
        return True
    unit = _unit_at(folded, end, nouns=False)
    if unit is not None:
        return unit.name != "年" or folded[unit.end - 1] != "年"
    word = _TOKEN.match(folded, end)
    return word is not None and word["word"].endswith("s") and bool(_NOUN.fullmatch(word["word"]))


# --- shares of a whole ---------------------------------------------------------------------------

_PART = rf"(?:{_D}|[零〇一二兩三四五六七八九十百千點]+)"
_NTH = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_ONES = "two|three|four|five|six|seven|eight|nine"
_SHARE = re.compile(
    rf"(?P<below>{_PART})\s?分之\s?(?P<above>{_PART})|(?P<tenth>[一二兩三四五六七八九\d])成(?P<five>[一二三四五六七八九半](?![十百個至到]))"
    r"|(?P<zhhalf>一半(?!導)|半數)|翻(?:了)?(?P<fan>[一兩二三四]?)番|(?P<twice>翻(?:了)?(?:一)?倍(?!數))"
    rf"|(?P<enhalf>half)(?= of\b)|(?i:(?P<n>{_ONES})[- ](?P<nth>thirds|fourths|fifths|sixths|eighths|tenths"
    r"|quarters(?= of\b))\b"
    r"|(?:one|a)[- ](?P<one>third|fifth|sixth|eighth|tenth|quarter|half)\b(?P<of>(?= of\b))?"
    rf"|(?P<fold>{_ONES}|ten|hundred)-?fold\b)",
)


def _share(t: str, start: int) -> _Atom | None:
    """Fractions, halves, 三成五, doublings and -fold at `start`, in per cent or times."""
    m = _SHARE.match(t, start)
    if not m or t[max(0, start - 1) : start] in ("第", "上", "下"):
        return None
    if m["fan"] is not None or m["twice"]:
        return _whole(m, Decimal(2) ** int(number(m["fan"] or "一") or 1), "x")
    if m["fold"]:
        return _whole(m, Decimal((_EN_NUMBER | {"hundred": 100})[m["fold"].lower()]), "x")
    percent = _percent(t, m)
    return None if percent is None else _whole(m, percent, "%")


def _percent(t: str, m: re.Match[str]) -> Decimal | None:
    if m["below"]:
        below, above = number(m["below"]), number(m["above"])
        return _four_places(above, below) if below and above is not None else None
    if m["tenth"]:
        return (number(m["tenth"]) or Decimal(0)) * 10 + (5 if m["five"] == "半" else number(m["five"]) or 0)
    if m["n"]:
        nth = m["nth"].lower().removesuffix("s")
        return _four_places(Decimal(_EN_NUMBER[m["n"].lower()]), Decimal(_NTH[nth]))
    if m["one"]:  # "a third of", "one third", but not "a third supplier" nor "one quarter later"
        sure = m["of"] is not None or (m["one"].lower() != "quarter" and m[0][:3].lower() == "one")
        return _four_places(Decimal(1), Decimal(_NTH[m["one"].lower()])) if sure else None
    if m["enhalf"] and re.search(r"(?i)(?:first|second|latter|1st|2nd)[\s-]$", t[: m.start()]):
        return None  # half a year
    return Decimal(50)


def _four_places(above: Decimal, below: Decimal) -> Decimal:
    exact = above * 100 / below
    rounded = exact.quantize(Decimal("0.0001"), ROUND_HALF_EVEN)
    return exact if exact == exact.to_integral() else rounded.normalize()


def _whole(m: re.Match[str], value: Decimal, unit: str) -> _Atom:
    return _Atom(m.start(), m.end(), value, value, Decimal(1), unit)


# --- one amount and ranges ---------------------------------------------------------------------------

_RANGE = re.compile(r"(?:\s{1,2}-(?=\s)|-|\s{0,2}(?:至|到|~|–|(?i:to)\s|(?P<and>與|和|及|(?i:and)\s)))\s{0,2}")
_BETWEEN = re.compile(r"(?:介於|介乎|處於|落在|在|between\s)\s?$", re.I)
_CHANGE = re.compile(r"(?:從|由|自)\s?(?:原來的|原先的|去年的|之前的)?\s?[約近超]?$")
_CHANGE_EN = re.compile(
    r"(?i)\b(?:r[io]se|risen|rising|fall(?:s|en|ing)?|fell|gr[eo]w(?:s|n|ing)?|increas\w+|decreas\w+|climb\w*|dropp?\w*|jump\w*"
    r"|declin\w+|narrow\w*|widen\w*|rais\w+|cut|improv\w+|slipp?\w*|surg\w+|up|down|expand\w*|lift\w*|shr[aiu]nk)\b[^.;]{0,50}\bfrom\s$"
)
_PRICE = re.compile(r"(?i)(?:[a-z]{1,4} ?)?[$€£¥]|(?:usd|cny|rmb|hkd|eur|gbp|jpy)\b")
_SPREAD = re.compile(r"\s?(?:之間|不等|區間|範圍)")


_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?i)\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s$")
_IDENTIFIER = re.compile(r"(?:[A-Za-z0-9_]|\d[./]|[A-Za-z]-|[A-Za-z]\.|#)$")


def _amount(t: str, start: int, previous: int) -> _Atom | int:
    """The amount or range whose number starts at `start`, or where to go on looking."""
    lead = _BACK.search(t, max(previous, start - 10), start)
    first = _atom(t, start, bool(lead))
    if isinstance(first, int):
        return first
    if not lead and _barred(t, start):
        return first.end
    if lead:
        first = _signed(_priced(t, first, lead["cur"]), lead["s1"] or lead["s2"], lead.start())
    elif start > previous and t[start - 1] in "-負" and _MINUS_AFTER.search(t, max(0, start - 4), start - 1):
        first = _signed(first, "-", start - 1)
    if first.bare and t[max(0, start - 1) : start] == "上" and t[start] in "百千萬億":  # 上百家
        return first._replace(start=start - 1, more="餘") if first.unit else first.end
    joined = _joined(t, first)
    if joined is not None:
        return joined
    if first.unit is None or (first.bare and not _surely(t, first)):
        return max(first.end, start + 1)
    return first


def _barred(t: str, start: int) -> bool:
    """Numbers in identifiers, ordinals, days of a month; Chinese numerals after 幾, 數, 每."""
    before = t[max(0, start - 12) : start]
    if not before:
        return False
    if t[start] in _ZH_SMALL or t[start] in _ZH_DIGIT or t[start] in _ZH_BIG:
        return before.rstrip()[-1:] in tuple("第幾數每某") or before[-1:] in tuple("星週周0123456789")
    return before.rstrip()[-1:] == "第" or bool(_IDENTIFIER.search(before) or _MONTH.search(before))


def _atom(t: str, start: int, cash: bool) -> _Atom | int:
    """The number at `start` with its scale and unit, or the place after it when it is no amount."""
    c = t[start : start + 1]
    pattern = (_CASH_DIGITS if cash else _DIGITS) if c.isdecimal() else _ENGLISH if c.isascii() else _CHINESE
    m = pattern.match(t, start)
    if not m:
        word = re.compile(r"[A-Za-z]+").match(t, start)
        return word.end() if word else start + 1
    if pattern is _ENGLISH and t[m.end() : m.end() + 4].lower() in ("-hun", "-tho", "-mil"):
        return m.end() + 4  # a ten-thousand-card cluster is a size, as 萬卡 is
    if pattern is _CHINESE:
        atom = _chinese_atom(m)
    elif pattern is _ENGLISH:
        atom = _Atom(start, m.end(), *2 * (_english_value(m),), _scale(None, m["en"]) if m["en"] else None, None)
        atom = atom._replace(bare=m[0].lower() == "one", unit="" if m["en"] else None)
    else:
        atom = _digits_atom(t, m)
    return atom if isinstance(atom, int) else _with_unit(t, atom)


def _digits_atom(t: str, m: re.Match[str]) -> _Atom | int:
    value, year = _digits_value(m), bool(_YEAR.fullmatch(m[0]))
    tail = re.compile(r"\s{0,2}年").match(t, m.end())
    if tail and (year or (re.fullmatch(r"[0-4]\d", m[0]) and _SHORT_YEAR.match(t, tail.end()))):
        return tail.end()
    scale = _scale(m["sc"], m["en"]) if m["sc"] or m["en"] else None
    more = (m["m1"] or m["m2"] or "").strip()
    return _Atom(m.start(), m.end(), value, value, scale, None if scale is None else "", more=more, year=year)


def _chinese_atom(m: re.Match[str]) -> _Atom | int:
    n = m["num"]
    more = (m["m2"] or "").strip()
    if len(n) == 2 and all(c in _ZH_DIGIT for c in n):  # 兩三家, 七八成
        low, high = Decimal(_ZH_DIGIT[n[0]]), Decimal(_ZH_DIGIT[n[1]])
        return _Atom(m.start(), m.end(), low, high, None, None, more="來") if 0 < low < high else m.end()
    if len(n) > 1 and all(c in _ZH_DIGIT for c in n):
        return m.end()
    value = _chinese_value(n)
    big = n[-1] in _ZH_BIG
    alone = n[0] in "百千萬億兆"
    scale = value / _ZH_DIGIT[n[0]] if n[0] in _ZH_DIGIT and all(c not in _ZH_DIGIT for c in n[1:]) else None
    scale = value if alone else scale if scale and scale > 1 else None
    return _Atom(m.start(), m.end(), value, value, scale, "" if big else None, more=more, bare=alone or n == "一")


class _Printed(NamedTuple):
    """A unit where it is printed. `half` is 半 after it, of one unit."""

    name: str
    factor: Decimal
    money: bool
    end: int
    half: bool = False


def _with_unit(t: str, atom: _Atom) -> _Atom:
    u = _unit_at(t, atom.end, nouns=not atom.year and t[atom.end - 1] < "\u2e80")
    if u is None or (u.name == "卡" and not t[atom.start].isdecimal()):  # 萬卡 is a size, 10萬卡 an amount
        return atom
    value, high = (v * u.factor + (u.factor / 2 if u.half else 0) for v in (atom.value, atom.high))
    bare = atom.bare and u.name not in ("x", "%", "pp")
    tens = u.name == "%" and t[u.end - 1] == "成"
    return atom._replace(
        end=u.end, value=value, high=high, unit=u.name, money=u.money, bare=bare, closed=True, tens=tens
    )


def _unit_at(t: str, at: int, nouns: bool) -> _Printed | None:
    """The unit printed at `at`; with `nouns` also a thing counted in English (never by what may be a year)."""
    if m := _ZH_UNIT.match(t, at):
        name, factor, money = _KNOWN.get(m["zh"]) or (_SAME_COUNTER.get(m["zh"], m["zh"]), Decimal(1), False)
        return _Printed(name + _per(m["per"]), factor, money, m.end(), bool(m["half"]))
    m = _TOKEN.match(t, at)
    if m is None:
        return None
    known, end = _latin_unit(t, m)
    if known:
        per = _AFTER_LATIN.match(t, end)
        return _Printed(known[0] + _per(per and per["per"]), *known[1:], per.end() if per else end)
    return _noun(t, m) if nouns and "-" not in t[at : m.start("word")] else None


def _latin_unit(t: str, m: re.Match[str]) -> tuple[_Unit | None, int]:
    word, start = m["word"], m.start("word")
    for phrase in _PHRASES.get(word.lower(), ()):
        if t[start : start + len(phrase)].lower() == phrase:
            end = start + len(phrase)
            return _LOWER[phrase], end + (t[end : end + 1] == "s")
    for part in (word, re.split("[/-]", word)[0]):  # "5GB-10GB", "yuan/share"
        known = _KNOWN.get(part) or _LOWER.get(part.lower()) or _LOWER.get(part.lower().removesuffix("s"))
        if known and (part != "won" or t[start - 2 : start - 1].isalpha()):  # "3 trillion won", not "2 won"
            return known, start + len(part)
    return None, m.end()


def _noun(t: str, m: re.Match[str]) -> _Printed | None:
    """A thing counted, at most two words on ("24 sales contracts"), or else any plural right after the number."""
    first, end = m["word"], m.end("word")
    word: str | None = first
    for _ in range(3):
        if word is None or word in _FUNCTION:
            break
        if _NOUN.fullmatch(word):
            return _Printed(_singular(word), Decimal(1), False, end)
        following = _NEXT_WORD.match(t, end)
        word, end = (following[1], following.end()) if following else (None, end)
    plural = _PLURAL.fullmatch(first)
    if plural and first.lower() not in _NO_NOUN:
        return _Printed(_singular(first), Decimal(1), False, m.end("word"))
    return None


def _per(printed: str | None) -> str:
    """What money is counted by: "/股" for 元/股 and for "yuan per share"."""
    if not printed:
        return ""
    word = re.sub(r"^\s?(?:/|per|a)\s?", "", printed.strip())
    return "/" + {"share": "股", "ton": "噸", "year": "年"}.get(word.lower(), word)


def _singular(noun: str) -> str:
    if noun.isupper() or noun[:-1].isupper():
        return noun.removesuffix("s")
    low = noun.lower()
    if low.endswith("ies"):
        return low[:-3] + "y"
    return low[:-2] if low.endswith(("ches", "shes", "sses", "xes")) else low.removesuffix("s")


def _priced(t: str, atom: _Atom, currency: str) -> _Atom:
    """The atom in the currency printed before it, which is surer than a 元 after it."""
    if atom.unit and not atom.money:
        return atom
    per, end = "/" + atom.unit.partition("/")[2] if atom.unit and "/" in atom.unit else "", atom.end
    if not atom.unit and (m := _AFTER_LATIN.match(t, end)):  # "$0.89 per share"
        per, end = _per(m["per"]), m.end()
    return atom._replace(unit=_MONEY[currency] + per, money=True, end=end)


def _signed(atom: _Atom, sign: str | None, start: int) -> _Atom:
    return atom._replace(start=start, value=-atom.value, high=-atom.high) if sign else atom._replace(start=start)


def _surely(t: str, atom: _Atom) -> bool:
    """百億元 is an amount by its unit; 千款 only where a word like 近 says so; 一 never without one."""
    if t[max(0, atom.start - 1) : atom.start] in ("僅", "共"):
        return True
    return (atom.money and atom.value > 1) or bool(_prefix(t, max(0, atom.start - 8), atom.start))


def _joined(t: str, first: _Atom) -> _Atom | None:
    """The range that `first` begins, if a range word and a fitting second amount follow."""
    m = _RANGE.match(t, first.end)
    if not m or first.more:
        return None
    between = _BETWEEN.search(t, max(0, first.start - 10), first.start)
    lead = _LEAD.match(t, m.end())
    at = lead.end() if lead else m.end()
    if (m["and"] and not between) or not _START.match(t, at):
        return None
    second = _atom(t, at, first.money or bool(lead and lead["cur"]))
    if isinstance(second, int):
        return None
    if lead:
        second = _priced(t, second, lead["cur"]) if lead["cur"] else second
        second = _signed(second, lead["s1"] or lead["s2"], second.start)
    both = _shared(first, second)
    if both is None or (not m["and"] and _is_change(t, m, first.start, second.end)):
        return None
    low, high = sorted((both[0].value, both[1].high))
    start = between.start() if between and m["and"] else first.start
    return second._replace(start=start, value=low, high=high, unit=both[1].unit, bare=False)


def _shared(first: _Atom, second: _Atom) -> tuple[_Atom, _Atom] | None:
    """Both ends with the scale and unit that one of them leaves to the other; None if they do not fit."""
    if not second.unit and first.money:
        second = second._replace(unit=first.unit, money=True)
    if second.unit is None or (first.unit and first.unit != second.unit):
        return None
    if not first.closed:  # "14.5-15.2億元", but "8000至1.2萬元" keeps its 8000
        percent = Decimal(10) if second.tens else Decimal(1)
        first = first._replace(value=first.value * percent, unit=second.unit)
        if first.scale is None and second.scale and abs(first.value * second.scale) <= abs(second.high):
            first = first._replace(value=first.value * second.scale)
    slip = first.closed and second.closed and second.money and second.scale is None and first.scale
    if slip and abs(first.value) > abs(second.value) * 10**4:  # 「2億元至2.3元」: the second 億 was forgotten
        second = second._replace(value=second.value * slip, high=second.value * slip)
    return first, second


def _is_change(t: str, word: re.Match[str], start: int, end: int) -> bool:
    if word[0].strip().lower() == "to":
        stepped = t[:start].endswith("by ") and _PRICE.match(t[start:end])  # rose by $5m to $30m; but 5% to 10%
        return bool(stepped) or (
            t[:start].endswith("from ") and bool(_CHANGE_EN.search(t, max(0, start - 80), start))
        )
    changes = word[0].strip() in ("到", "至") and _CHANGE.search(t, max(0, start - 8), start)
    return bool(changes) and not _SPREAD.match(t, end)


# --- qualifiers ----------------------------------------------------------------------------------

_PREFIX = re.compile(
    r"(?:(?P<atmost>不超過|不高於|不多於|不大於|不逾|至多|最多|最高|最長|最大|≤"
    r"|(?i:\b(?:no|not) more than|\bat most|\bup to|\bmaximum of))"
    r"|(?P<atleast>不低於|不少於|不小於|不下於?|至少|最少|最低|起碼|≥"
    r"|(?i:\b(?:no|not) (?:less|fewer) than|\bat least|\bminimum of))"
    r"|(?P<reach>高達|多達|(?i:\bas (?:much|high|many) as))"
    r"|(?P<under>不足|不到|未達|未滿|低於|少於|小於|<|(?i:\bunder|\bbelow|\b(?:less|fewer|lower) than|\bshy of))"
    r"|(?P<over>超過|超出|超越|逾|高於|大於|多於|突破|超|破|上(?=[百千萬億])|>"
    r"|(?i:\bover|\babove|\b(?:more|greater|higher) than"
    r"|\bexceed(?:s|ed|ing)?|\bin excess of|\bupwards? of|\bsurpass(?:es|ed|ing)?|\btopp(?:ed|ing)))"
    r"|(?P<near>將近|接近|逼近|直逼|近|(?i:\bnearly|\balmost|\bclose to|\bapproaching))"
    r"|(?P<about>大約|約莫|大概|約|≈|~|(?i:\babout|\baround|\bapproximately|\broughly|\bsome|\bcirca|\bca\.)))"
    r"(?:\s?(?:可達到?|達到?|了|到|為|合|是|有))?\s?(?:(?i:a|an|the)\s)?$"
)
_SUFFIX = re.compile(
    r"\s?(?:(?P<atleast>(?:及|或)?以上(?![述兩三所])|\+(?!\w)|(?i:or (?:more|above|higher)\b))"
    r"|(?P<atmost>(?:及|或)?(?:以下(?![簡稱為是])|以內|之內)|(?i:or (?:less|fewer|below|lower)\b))"
    r"|(?P<about>左右|上下(?![游遊文班])|(?i:or so\b))"
    r"|(?P<over>[多餘](?![個年月種元樣方少數重家邊]))|(?P<none>之間))"
)
_LAST = frozenset("過逼高多大逾少長限為≤低於下小最≥達足到滿<出越破超上>近約莫概≈~了至合是有.")
_LAST_WORDS = frozenset(
    _words(
        "than most to of least as under below over above exceed exceeds exceeded exceeding surpass surpasses "
        "surpassed surpassing topped topping nearly almost approaching about around approximately roughly "
        "some circa a an the"
    )
)
_NAMES = {"atleast": "at-least", "atmost": "at-most", "reach": "at-most", "none": ""}
_RECENT = re.compile(
    r"(?:前|過去|未來|最近|(?<![達時了有為將])近|(?i:\b(?:first|last|past|next|recent|previous)\s))\s?$"
)
_TIME = frozenset(("年", "個月", "季", "週", "天"))


def _prefix(t: str, start: int, end: int) -> re.Match[str] | None:
    """The qualifier that ends at `end`; the last word tells cheaply whether there can be one."""
    tail = t[start:end].rstrip()
    word = tail[tail.rfind(" ") + 1 :].lower() if tail[-1:].isascii() else ""
    word = word.lstrip("(,;:\"'") or word
    if tail[-1:] in _LAST if not word.isalpha() else word in _LAST_WORDS:
        return _PREFIX.search(t, start, end)
    return None


def _qualified(text: str, t: str, atom: _Atom, previous: int) -> Quantity | None:
    """The amount with its qualifier; None for a stretch of time or a rank ("近三年", "前10家")."""
    unit = atom.unit or ""
    before = _prefix(t, max(previous, atom.start - 26), atom.start)
    recent = _RECENT.search(t, max(0, atom.start - 10), atom.start)
    if recent and (unit in _TIME or (recent[0].strip() == "前" and unit not in ("%", "x"))):
        return None
    after = _SUFFIX.match(t, atom.end)
    if after and after["over"] and unit not in _TIME and not atom.money:
        after = None
    group = (before and before.lastgroup) or (after and after.lastgroup) or ""
    if group in ("", "none") and atom.more:
        group = {"來": "about", "+": "atleast"}.get(atom.more, "over")
    lo: Decimal | None = atom.value
    hi: Decimal | None = atom.high
    if lo == hi:
        lo = None if group in ("under", "atmost") else lo
        hi = None if group in ("over", "atleast") else hi
    start, end = before.start() if before else atom.start, after.end() if after else atom.end
    return Quantity(lo, hi, unit, _NAMES.get(group, group), text[start:end], start, end)


def same(a: Quantity, b: Quantity) -> bool:
    """Equal in value and unit; qualifiers do not count. A bare scale ("15.2億") equals the same sum of money.

    >>> same(find("2.57千億元")[0], find("2570億")[0])
    True
    """
    units = {a.unit, b.unit}
    fits = len(units) == 1 or ("" in units and bool(units & _CURRENCY.keys()))
    return fits and (_ends(a) == _ends(b))


def _ends(q: Quantity) -> tuple[Decimal | None, Decimal | None]:
    low, high = (q.lo if q.lo is not None else q.hi), (q.hi if q.hi is not None else q.lo)
    return low, high
