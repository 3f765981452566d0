"""Amounts in financial Chinese and English: values, ranges, units, and how sure the writer was.

`find` reads numbers with a scale and a unit, joins two into a range where only a range word stands
between, and takes the qualifier around them. Left out: dates (see `periods`), ordinals, numbers in
identifiers, losses told in words (the caller knows the measure), conversion between units.

A bare scale ("14.5億", "25 billion") has unit "": only the caller knows whether it counts money.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

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


# --- numbers -----------------------------------------------------------------------------------

_ZH_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "兩": 2}
_ZH_SMALL = {"十": 10, "百": 100, "千": 1000}
_ZH_BIG = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_EN_NUMBER = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split()
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
_W = r"(?i:\b(?:" + "|".join(sorted(_EN_NUMBER, key=len, reverse=True)) + r")(?:-(?:one|two|three|four|five|six|seven"
_W += r"|eight|nine))?\b)"
_EN_SC = r"(?i:hundred|thousand|million|billion|trillion|mln|bln|trn|bn|mn|tn)\b|[kKmMbBtT](?![A-Za-z0-9/])"
_DIGITS = re.compile(
    rf"(?P<num>{_D})(?:(?P<m1>\s?[餘多幾])?\s?(?P<sc>{_S})(?:(?P<num2>{_D})(?P<sc2>{_S}))?"
    rf"|\s?-?(?P<en>{_EN_SC}))?(?P<m2>\s?[餘多來幾](?!年來|種原))?"
)
_CHINESE = re.compile(rf"(?P<num>{_ZH})(?P<m2>\s?[餘多來](?!自))?")
_ENGLISH = re.compile(rf"(?P<num>{_W})(?:\s(?P<en>(?i:hundred|thousand|million|billion|trillion)\b))?")


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
        part = Decimal("".join(str(_ZH_DIGIT[c]) for c in tail)) / 10 ** len(tail)
        return (_chinese_value(whole) + part) * (_chinese_value(rest[len(tail) :]) if rest != tail else 1)
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
            if i and (total and total < _ZH_BIG[c] or t[i - 1] in _ZH_BIG):  # 二萬億: all before it is multiplied
                total = (total + section) * _ZH_BIG[c]
            else:
                total += (section or 1) * _ZH_BIG[c]
            section, digit, last = 0, None, _ZH_BIG[c]
    return total + section + (digit or 0) * (last // 10 if last > 10 else 1)  # 三百五 is 350


# --- units -------------------------------------------------------------------------------------

_CURRENCY = {
    "CNY": "人民幣 RMB CNY CN¥ ¥ 元人民幣 元 圓 塊錢 yuan renminbi", "USD": "美元 美金 US$ USD $ dollar",
    "HKD": "港元 港幣 HK$ HKD 港圓", "TWD": "新台幣 台幣 NT$ TWD NTD 元新台幣", "JPY": "日圓 日元 JPY JP¥ yen",
    "EUR": "歐元 € EUR euro", "GBP": "英鎊 £ GBP pound", "KRW": "韓元 韓圓 KRW ₩ won", "SGD": "新加坡元 新幣 S$ SGD",
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
    "名稱單列為義次目 位數於置元居列移一 個人別股體 項目 份額 張 條件款例 次元性新級要數於 間接諜 支持付出援撐架線 "
    "部分門署件落隊曲長 組織合成建 股份東價權票市本息比民災 代表碼理工價替際言 層級面次 塊 場景館地均所次 "
    "隻 只要是有能會為見管剩 所有以得在屬謂長 歲月 桶 畝 頓 筐 箱 盒 瓶 頁 字節 卡 門檻戶 顆 級別 "
    "班 步驟伐入 款項 檔案期 期間望待貨權 輪 集團成群資體合團中結聚 首次家個批 度過 頭部 "
    "人次 平方米 平方公里 平方公尺 立方米 公頃 英畝 公升 交易日 工作日 人年"
)
_GUARD: dict[str, str] = {}
for _word in _COUNTERS.split():
    _whole = _word in {"人次", "平方米", "平方公里", "平方公尺", "立方米", "公頃", "英畝", "公升", "交易日", "工作日"}
    _head = _word if _whole else _word[0]
    _GUARD[_head] = _GUARD.get(_head, "") + ("" if _whole else _word[1:])
del _GUARD["期"], _GUARD["級"], _GUARD["度"], _GUARD["集"], _GUARD["首"], _GUARD["步"], _GUARD["班"]  # mostly ordinals

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
        ("英寸", Decimal(1), "英寸 英吋 吋 寸 inch inches"), ("W", Decimal(1), "W 瓦特 瓦"), ("kW", Decimal(1), "kW 千瓦"),
        ("MW", Decimal(1), "MW 兆瓦"), ("GW", Decimal(1), "GW 吉瓦"), ("TW", Decimal(1), "TW"),
        ("kWh", Decimal(1), "kWh 千瓦時 千瓦小時 度電"), ("MWh", Decimal(1), "MWh 兆瓦時"), ("GWh", Decimal(1), "GWh 吉瓦時"),
        ("EFLOPS", Decimal(1), "Exa-Flops ExaFlops Exa-FLOPS EFLOPS EFlops exaflop"),
        ("PFLOPS", Decimal(1), "Peta-Flops PetaFlops PFLOPS PFlops petaflop"),
        ("TFLOPS", Decimal(1), "Tera-Flops TeraFlops TFLOPS TFlops teraflop"), ("TOPS", Decimal(1), "TOPS"),
        ("tokens/s", Decimal(1), "tokens/s token/s tokens/秒 tokens/sec tokens^per^second tokens^a^second"),
        ("token", Decimal(1), "tokens token"), ("°C", Decimal(1), "°C ℃ 攝氏度"), ("mile", Decimal(1), "英里 mile"),
        ("person", Decimal(1), "people person"),
    )
    for printed in (w.replace("^", " ") for w in words.split())
}  # fmt: skip
for _unit in (
    "B KB MB GB TB PB EB Gb Mb Tb KB/s MB/s GB/s TB/s kbps Kbps Mbps Gbps Tbps Hz kHz MHz GHz THz Wh TWh Wh/kg "
    "Wh/L kWh/kg mW V kV mV mA mAh Ah km/h dB fps ppm sqm GFLOPS FLOPS GT/s GOPS kg/m3 mm² km² m² cm²"
).split():
    _ALIAS[_unit] = (_unit, Decimal(1))
_LOWER = {k.lower(): v for k, v in reversed(_ALIAS.items()) if len(k) > 1}  # 144gb, but never 10w or 5b
_NOUNS = (
    "unit|chip|card|customer|client|compan(?:y|ies)|firm|employee|worker|staff|engineer|executive|founder|user|order|"
    "contract|agreement|deployment|deliver(?:y|ies)|product|model|generation|share|patent|store|plant|factor(?:y|ies)|"
    "countr(?:y|ies)|cit(?:y|ies)|vehicle|car|device|server|node|cluster|wafer|line|project|case|vote|seat|point|member|"
    "director|investor|supplier|vendor|part|parameter|game|transistor|round|batch|batche|core|layer|barrel|acre|sku|gpu|"
    "cpu|phone|aircraft|ship|home|house|room|student|patient|dose|item|piece|type|categor(?:y|ies)|subscriber|download"
)
_NO_NOUN = frozenset(
    "this was has his its is as us plus less versus series always across towards besides perhaps sales results earnings "
    "revenues profits losses figures basis process access business news does goes versus thus minus gains business "
    "forecasts guidance financials shares".split()
)
_PERSONS = {"people": "person", "staff": "employee", "compani": "company"}


def _zh_unit(word: str) -> str:
    guard = {"成": "立為本功長績員熟果都交份品人了不型像就體", "倍": "數增", "天": "數然空文線際使氣下地",
             "周": "期轉邊刊末年", "年": "代度報底末初終級第產薪均輕", "元": "件宇素器旦月首老組", "克": "拉服",
             "米": "其勒", "寸": "", "瓦": "解", "圓": "滿", "個點": "位", "秒": "殺"}.get(word, _GUARD.get(word, ""))  # fmt: skip
    return re.escape(word) + (f"(?![{guard}])" if guard else "")


def _longest(words: list[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


_CJK = [w for w in [*_ALIAS, *_GUARD, *_MONEY] if re.match("[\u4e00-\u9fff℃°%‰×]", w)]
_LATIN = [w for w in _ALIAS if re.match("[A-Za-zμ]", w)]
_CASH = [w for w in _MONEY if re.search("[A-Za-z]$", w)]
_UNIT = re.compile(
    rf"\s{{0,2}}(?:(?P<zh>{'|'.join(_zh_unit(w) for w in _longest(list(dict.fromkeys(_CJK))))})"
    rf"(?P<half>半(?![年導])(?=$|[^\w]|[的後內前時]))?"
    rf"|-?(?P<latin>(?:{'|'.join(re.escape(w) for w in _longest([w for w in _LATIN if len(w) == 1]))})(?![A-Za-z0-9])"
    rf"|(?i:(?:{'|'.join(re.escape(w) for w in _longest([w for w in _LATIN if len(w) > 1]))}))s?(?![A-Za-z0-9]))"
    rf"|(?P<cash>(?i:{'|'.join(re.escape(w) for w in _longest(_CASH))})s?(?![A-Za-z]))"
    rf"|(?P<noun>(?:(?i:[a-z][\w-]+\s){{0,2}}?(?i:{_NOUNS})s?\b)))"
    r"(?P<per>\s?/\s?(?:股|片|顆|噸|台|桶|克|公斤|平方米|平|度|人|年|天|月|小時|(?i:share|kwh|wh|ton|unit|year)\b)"
    r"|\s(?i:per|a)\s(?i:share|kwh|ton|unit)\b)?"
)
_PLURAL = re.compile(r"\s(?P<noun>[a-z][a-z-]{2,}s|[A-Z]{2,5}s)\b(?!\s?[/-])")


@dataclass(frozen=True, slots=True)
class _Atom:
    """One number with what directly belongs to it. `scale` is what a range shares; None: none printed."""

    start: int
    end: int
    value: Decimal
    high: Decimal
    scale: Decimal | None
    unit: str | None
    money: bool = False
    more: str = ""
    bare: bool = False  # a lone 百, 千 or 萬, or 一: an amount only with a qualifier or in a range
    year: bool = False


_CUR = "|".join(re.escape(w) for w in _longest(_BEFORE))
_LEAD = re.compile(rf"(?:約|about\s)?\s?(?P<s1>[-負])?(?P<cur>{_CUR})?\s?(?P<s2>-)?")
_BACK = re.compile(rf"(?P<s1>(?<![\w%-])[-負])?(?:(?<![A-Za-z])(?P<cur>{_CUR}))\s?(?P<s2>-)?$")
_MINUS_AFTER = re.compile(r"(?:^|[^\w%.)\-]|[^\x00-\x7f元億萬年月日號季顆片家個人成倍點])\s?$")
_SHORT_YEAR = re.compile(
    r"\s?(?:度|全年|年報|上半|下半|第?[一二三四1-4]季|Q[1-4]|H[12]|前三季|底|初|末|\d{1,2}月|的?(?:預計)?(?:總?營業?收|收入|淨利|利潤"
    r"|業績|毛利|虧損|淨虧|歸母|扣非|財報|研發))"
)
_START = re.compile(
    rf"\d|[一二兩三四五六七八九十百千萬億兆]|翻(?:了)?(?=[番倍一兩])|半數|(?i:\b(?:half(?=\sof\b)|(?:a|{'|'.join(_EN_NUMBER)})\b"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|hundred)-?fold\b))"
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
        q = _qualified(t, hit, previous)
        if q is None:
            position = hit.end
            continue
        found.append(replace(q, raw=text[q.start : q.end]))
        position = q.end
    return found


def unit_follows(folded: str, end: int) -> bool:
    """Whether a scale or a unit follows the number that ends at `end` of folded text."""
    return bool(re.compile(rf"\s?{_S}").match(folded, end) or _UNIT.match(folded, end))
