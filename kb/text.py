"""Text as the archive compares it: folding, script and language, sentences and clauses, search terms.

Folding is for comparing only, and never changes the length of a text, so that a place in the folded
text is the same place in the original. What people see is always the source's own words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from operator import add

from opencc import OpenCC

from kb import lazy

HAN = "\u3400-\u9fff\uf900-\ufaff"
_T2S = OpenCC("t2s")
# 著 where it is a particle: it stays in words of fame and of writing, which OpenCC cannot tell and leaves all alone.
_PARTICLE = lazy.compile("(?<![显卓昭名专原编论遗土巨合译所新拙较])著(?![名作书称者述录有《])")


@lru_cache(maxsize=1)
def _to_traditional() -> OpenCC:
    """The other direction, loaded when first needed."""
    return OpenCC("s2tw")


_VARIANTS = str.maketrans(
    {"臺": "台", "裏": "里", "着": "著", "妳": "你", "佈": "布", "週": "周", "彷": "仿", "矽": "硅", "鉅": "巨"}
)


class _Fold(dict[int, int]):
    """A translation table that fills itself: code point -> folded code point."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        folded = unicodedata.normalize("NFKC", char)
        if len(folded) != 1:  # "…" or "㎡": folding must keep the length
            folded = char
        folded = folded.lower() if len(folded.lower()) == 1 else folded
        if 0xD800 <= code <= 0xDFFF:  # half a surrogate pair: broken input, compared as it is
            self[code] = code
            return code
        folded = _T2S.convert(folded.translate(_VARIANTS))
        folded = " " if folded.isspace() else folded
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]


_FOLD = _Fold()
_SHORT = 600  # characters; longer texts are folded once


def fold(text: str) -> str:
    """Return `text` in one form for comparing: half-width, lower case, Simplified, with the mainland's words of the same length; as long as it was.

    >>> fold("ＡＩ晶片（摩爾線程）")
    'ai芯片(摩尔线程)'
    >>> fold("計畫"), fold("軟體和晶片"), fold("方程式")
    ('计划', '软件和芯片', '方程式')
    """
    return _folded(text) if len(text) <= _SHORT else _worded(text.translate(_FOLD))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """The same, remembered: each of the rules that read a sentence folds it."""
    return _worded(text.translate(_FOLD))


# What Taiwan and the mainland call by different words of one length: (said, put, where it is another word).
# 計畫, but 設計畫面; 軟體, but 軟體傢俱; 程式, but 方程式; 網路, but 物聯網路由器.
_WORDED = tuple(
    (said, put, lazy.compile(pattern) if pattern else None)
    for said, put, pattern in (
        ("画", "划", r"(?<!设)(?<=[计规企筹策])画(?![面质风像图作布册廊展])"),
        ("晶片", "芯片", r"(?<![水结])晶片"),
        ("软体", "软件", r"软体(?![家动沙床])"),
        ("硬体", "硬件", ""),
        ("模组", "模块", ""),
        ("网路", "网络", r"网路(?![由线径])"),
        ("丛集", "集群", ""),
        ("频宽", "带宽", ""),
        ("萤幕", "屏幕", ""),
        ("伺服器", "服务器", ""),
        ("雷射", "激光", ""),
        ("奈米", "纳米", ""),
        ("感测器", "传感器", ""),
        ("解析度", "分辨率", ""),
        ("积体电路", "集成电路", ""),
        ("讯号", "信号", ""),
        ("程式", "程序", r"(?<!方)程式"),
        ("储存", "存储", ""),
        ("滑鼠", "鼠标", ""),
        ("计程车", "出租车", ""),
    )
)


def _worded(folded: str) -> str:
    for said, put, pattern in _WORDED:
        if said in folded:
            folded = pattern.sub(put, folded) if pattern else folded.replace(said, put)
    return folded


def simplified(text: str) -> str:
    """Return Chinese text in Simplified characters; the words stay the source's own.

    >>> simplified("隨著著名產品推出,意味著顯著增長")
    '随着著名产品推出,意味着显著增长'
    """
    return _PARTICLE.sub("着", str(_T2S.convert(text)))


def traditional(text: str) -> str:
    """Return Chinese text in Traditional characters; the words stay the source's own."""
    return str(_to_traditional().convert(text))


def into_script(text: str, lang: str) -> str:
    """Return `text` in the script of `lang`; text meant for English readers is left alone."""
    if lang == "zh-Hans":
        return simplified(text)
    return traditional(text) if lang == "zh-Hant" and script(text) == "zh-Hans" else text


# Surnames that are written alike in both scripts, where other words of the same character are not: 余 and 餘, 姜 and 薑.
_SURNAMES_ALIKE = frozenset("范余于姜谷岳涂郁向党丑朴卜尤仇曲种后洪冼游松")


def with_surnames(converted: str, original: str, places: Iterable[int]) -> str:
    """Return converted text with the surnames of the people whose names begin at `places` as they were, where both scripts write them alike.

    >>> with_surnames("首席執行官餘佳說", "首席执行官余佳说", [5])
    '首席執行官余佳說'
    """
    if len(converted) != len(original):
        return converted
    kept = list(converted)
    for at in places:
        if original[at] in _SURNAMES_ALIKE:
            kept[at] = original[at]
    return "".join(kept)


# Simplified characters that Big5 has too and that stand in none of two thousand Traditional encyclopedia passages.
_IN_BOTH_CODES = frozenset("与丰么价优伙体儿几厂吨听圣坏复宁岭异怀惊愿扰挂机杠极构气洁确离种筑网胜苹荐触赶适据")


# Characters that GB 2312 has and Big5 lacks, and that both scripts write alike.
_IN_BOTH_SCRIPTS = frozenset(
    "丨丬丶丿亠亻仫伲倮傈冂冖冫凇凼刂劐勐勹卟卩厶吖吡吣吲呋咔咣咴哌哐哚唣唿啉喹嗪嗬嗵嘞嘣嘭噍噔噻噼嚯坂垡垧埝埯塄塬墒墚夂宀尜岙岜峁崾嵛嵴巛幞廴彐彡忄憷扌揞揸擀攴攵敫晗桊桕榀榘檫毪氵氽沲浜溻漤灬炻"
    "烀煅煊煳煺熘犏犟犭狍猸猹珉珏甙畲疃疒痃癀癍癔癯睃砘砹砼硇硷碹磙礴礻筢筻箢篼罱耠耥耱肀肟肷肼肽胩胬脎脒脲腈腙腚膪臁舭舾艹芪苄苊苘苷茚莜萘萜葜蒈蒽蔸藁蝰蝽螋蟮衤踺軎辶郄酞酰酶醌鐾阝鞴骶骺鬏黢鼗齄"
)


@lru_cache(maxsize=16384)
def _side(char: str) -> int:
    """1 for a character only Traditional texts use, -1 for one only Simplified texts use, else 0."""
    if char in _IN_BOTH_CODES:
        return -1
    if _T2S.convert(char) != char and not _encodes(char, "gb2312"):
        return 1
    if _encodes(char, "big5"):
        return 0
    if _encodes(char, "gb2312"):  # most: so that to tell a script needs no other direction, which takes long to load
        return 0 if char in _IN_BOTH_SCRIPTS else -1
    return -1 if _to_traditional().convert(char) != char else 0


def _encodes(char: str, codec: str) -> bool:
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def script(text: str) -> str | None:
    """Return "zh-Hant" or "zh-Hans" by the characters only one of them uses, None when none tells."""
    balance = sum(_side(c) for c in text if "\u3400" <= c <= "\u9fff")
    return "zh-Hant" if balance > 0 else "zh-Hans" if balance < 0 else None


_WORD = lazy.compile(r"[a-z0-9]+")
_LATIN_WORD = lazy.compile(r"[A-Za-z]{2,}")
_HAN_CHAR = lazy.compile(f"[{HAN}]")


def count_scripts(text: str) -> tuple[int, int]:
    """Return (Chinese characters, Latin words of two letters or more)."""
    return len(_HAN_CHAR.findall(text)), len(_LATIN_WORD.findall(text))


def language(text: str) -> str:
    """Return the language an article is written in: "zh-Hant", "zh-Hans" or "en"."""
    han, words = count_scripts(text)
    return "en" if words > han else script(text) or "zh-Hant"


# ---------------------------------------------------------------- sentences and clauses
_CLOSERS = '」』”’")）〕】》'
_END = lazy.compile(
    rf"[。！？!?][{_CLOSERS}]*"  # Chinese and ASCII full stops, with what closes after them
    rf"|\.[\"”’)]?(?=\s+[A-Z0-9\"“(‘{HAN}])"  # an English full stop before a new sentence
    r"|\n+"
)
_ABBREVIATED = lazy.compile(
    r"(?:\b(?:Co|Ltd|Inc|Corp|No|Mr|Mrs|Ms|Dr|St|vs|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|"
    r"Aug|Sept?|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)$"
)


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph after its sentence ends. Nothing is lost but the white space between.

    >>> sentences("營收增長。虧損縮小！")
    ['營收增長。', '虧損縮小！']
    >>> sentences("Revenue rose to CNY 1.5 billion. Losses at Foo Co. Ltd narrowed.")
    ['Revenue rose to CNY 1.5 billion.', 'Losses at Foo Co. Ltd narrowed.']
    >>> sentences('He waited. "Nobody buys a brick. They buy heat," said Quell. He left.')
    ['He waited.', '"Nobody buys a brick. They buy heat," said Quell.', 'He left.']
    """
    out, begin = [], 0
    paired = paragraph.count('"') % 2 == 0  # no inch among them
    for match in _END.finditer(paragraph):
        if match.group().startswith(".") and _ABBREVIATED.search(
            paragraph[max(0, match.start() - 8) : match.start()]
        ):
            continue
        piece = paragraph[begin : match.end()]
        open_ = piece.count("“") + piece.count("「") - piece.count("”") - piece.count("」")
        if (open_ > 0 or (paired and piece.count('"') % 2)) and "\n" not in match.group() and len(piece) < 240:
            continue  # inside quoted speech: the quotation belongs together
        if piece.strip():
            out.append(piece.strip())
        begin = match.end()
    if paragraph[begin:].strip():
        out.append(paragraph[begin:].strip())
    return out


_DOTTED = lazy.compile(
    r"(?<=\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|inc|ltd|plc|est))\.(?=\s)|(?<=\bsept)\.(?=\s)|"
    r"(?<=\bcorp)\.(?=\s)|(?<=\b(?:co|vs|no|mr|ms|dr|st))\.(?=\s)|(?<=\bapprox)\.(?=\s)|(?<=\bu\.s)\.(?=\s\$)"
)
_CLAUSE = lazy.compile(r"[，；;。！？!?\n]|,(?!\d{3}(?!\d))|(?<=[^\d])[,](?=\d)")


def undotted(folded: str) -> str:
    """Return folded text, places kept, without the full stops of abbreviations, which end nothing.

    >>> undotted("revenue in the quarter ended sept. 30 rose, said acme inc. in a note.")
    'revenue in the quarter ended sept  30 rose, said acme inc  in a note.'
    """
    return _DOTTED.sub(" ", folded) if ". " in folded else folded


def clauses(sentence: str) -> list[tuple[int, int]]:
    """Return the (start, end) of a sentence's clauses; commas inside numbers do not cut.

    >>> [ "超25,000 顆,已部署"[a:b] for a, b in clauses("超25,000 顆,已部署")]
    ['超25,000 顆,', '已部署']
    """
    out, begin = [], 0
    for match in _CLAUSE.finditer(sentence):
        if match.end() > begin:
            out.append((begin, match.end()))
        begin = match.end()
    if begin < len(sentence):
        out.append((begin, len(sentence)))
    return out


# ---------------------------------------------------------------- words and terms
_IRREGULAR = {
    "rose": "rise", "risen": "rise", "grew": "grow", "grown": "grow", "fell": "fall", "fallen": "fall",
    "made": "make", "lost": "lose", "won": "win", "sold": "sell", "bought": "buy", "led": "lead", "left": "leave",
    "built": "build", "held": "hold", "said": "say", "went": "go", "gone": "go", "came": "come", "took": "take",
    "began": "begin", "begun": "begin", "ran": "run", "wrote": "write", "written": "write", "paid": "pay",
    "spent": "spend", "taught": "teach", "studied": "study", "born": "born", "chose": "choose", "people": "person",
    "gpus": "gpu", "cpus": "cpu", "npus": "npu", "tpus": "tpu", "dpus": "dpu", "mcus": "mcu", "skus": "sku", "apis": "api", "robotaxis": "robotaxi", "menus": "menu", "gurus": "guru",
    "companies": "company", "became": "become", "gave": "give", "given": "give", "got": "get", "kept": "keep",
    "met": "meet", "knew": "know", "known": "know", "drove": "drive", "driven": "drive", "shrank": "shrink",
    "shrunk": "shrink", "brought": "bring", "thought": "think", "founded": "found", "lying": "lie",
}  # fmt: skip


# Stems as they are spelled in Britain -> in America: an article and a question, or a dictionary, may be of two sides of the ocean.
_BRITISH = {
    **{f"{w}our": f"{w}or" for w in "lab col fav harb neighb hon rum behavi flav hum endeav arm vap tum od rig vig savi parl sav clam demean".split()},
    **{f"{w}is": f"{w}iz" for w in (
        "organ reorgan real recogn privat national commercial priorit optim minim maxim capital recapital monet digit subsid penal final stabil standard special util author critic apolog summar "
        "industrial local modern mobil securit character custom material normal central liberal general formal legal global neutral revital scrutin symbol sympath visual urban steril immun hospital random crystal electr econom"
    ).split()},
    **{f"{w}ll": f"{w}l" for w in "cance trave labe fue mode signa channe leve tota riva counse marve".split()},
    **{f"{w}metr": f"{w}meter" for w in ("", "kilo", "milli", "centi", "nano", "micro")}, "cheque": "check",
    "programm": "program", "centr": "center", "theatr": "theater", "fibr": "fiber", "litr": "liter", "licenc": "licens", "defenc": "defens",
    "offenc": "offens", "pretenc": "pretens", "tyr": "tir", "aluminium": "aluminum", "catalogu": "catalog", "analys": "analyz", "plough": "plow", "grey": "gray", "mould": "mold",
    "sceptic": "skeptic", "instalment": "installment", "fulfil": "fulfill", "enrol": "enroll", "enrolment": "enrollment", "storey": "story", "ageing": "aging", "jewellery": "jewelry", "artefact": "artifact", "cosy": "cozy", "sulphur": "sulfur",
}  # fmt: skip
_WITH_E = frozenset("care cares plane planes wine wines".split())  # no cars, plans and wins
_DIED = 4  # letters of words on "-ied" that end in "-ie" without it


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return an English word without its usual endings; only ever compared with other stems.

    >>> stem("producing") == stem("produced") == stem("produces") == stem("produce")
    True
    >>> stem("companies") == stem("company"), stem("rose") == stem("rising")
    (True, True)
    >>> stem("colours") == stem("color"), stem("centres") == stem("center"), stem("litre") == stem("liters")
    (True, True, True)
    >>> stem("h100s") == stem("h100"), stem("1990s") == stem("1990")
    (True, False)
    >>> stem("carried") == stem("carry") == stem("carries")
    True
    >>> stem("programmes") == stem("program"), stem("labour") == stem("labor"), stem("privatising") == stem("privatized"), stem("privatisation") == stem("privatization")
    (True, True, True, True)
    """
    word = _IRREGULAR.get(word, word)
    if word in _WITH_E:
        return word.removesuffix("s")
    if len(word) <= 3:
        return word
    if any(c.isdigit() for c in word):
        return word[:-1] if word[0].isalpha() and word.endswith("s") and not word.endswith("ss") else word
    if word.endswith("ies") or (word.endswith("ied") and len(word) > _DIED):
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for end in ("ing", "ed"):
        if word.endswith(end) and len(word) - len(end) >= 3 and not word.endswith("eed"):
            word = word[: -len(end)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith("isation"):
        word = word.removesuffix("sation") + "zation"
    word = word[:-1] if word.endswith("e") and len(word) > 3 else word
    return _BRITISH.get(word, word)


def words(folded: str) -> list[tuple[int, int, str]]:
    """Return the Latin words and numbers of a folded text as (start, end, word)."""
    return [(m.start(), m.end(), m.group()) for m in _WORD.finditer(folded)]


HAN_ONE = lazy.compile("[\u3400-\u9fff]")
_HAN_RUN = lazy.compile("[\u3400-\u9fff]{2,}")


def bigrams(folded: str) -> list[str]:
    """Return the pairs of neighbouring Chinese characters of a folded text, in order.

    >>> bigrams("营收 增长")
    ['营收', '增长']
    """
    out: list[str] = []
    for run in _HAN_RUN.findall(folded):
        out += map(add, run, run[1:])
    return out


def characters(folded: str) -> list[str]:
    """Return the Chinese characters of a folded text, in order.

    >>> characters("营收 14.5 亿")
    ['营', '收', '亿']
    """
    return HAN_ONE.findall(folded)
