"""The noun and the unit a question asks for: "which PLATFORMS is it out on", 有哪些客戶下單, "output in TONNES".

It is the kind of the answer, and an article that gives the answer need not say it: 登上PC和PS5 answers
"which platforms". So it colours the choice of a sentence, and its absence is no reason to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from bot.counting import counted
from kb import lazy
from kb.amounts.unitwords import ALIAS
from kb.text import fold
from kb.units import physical

# Folded. Nouns that only say what kind of thing is asked for.
_KINDS_ZH = (
    "公司 企业 厂商 厂家 大厂 商家 机构 银行 券商 产品 平台 国家 地区 城市 省份 地方 方向 领域 方面 客户 投资者 投资人 投资方 股东 高管 管理层 业务 业务板块 板块 "
    "品牌 学校 大学 院校 车型 药物 药品 药 交易所 行业 产业 市场 因素 部门 用途 功能 渠道 项目 型号 版本 系列 合作伙伴 伙伴 供应商 问题 风险 措施 条件 成员 "
    "人物 人士 分析师 专家 创办人 创始人 职位 职务 技术 架构 芯片 晶片 工厂 基地 门店 店 活动 服务 场景 应用 游戏 作品 材料 设备 奖项 方案 方式 方法 手段 步骤 "
    "内容 特点 特色 优势 好处 缺点 变化 影响 挑战 计划 目标 理由 原因 说法 年份 时间点 阶段 品种 品项 钢品 商品 货品 航线 港口 车款 款式 颜色 规格 配置 地点 国 组别 组 块".split()
)
_KINDS_EN = frozenset(
    "company companies firm firms bank banks maker makers manufacturer manufacturers product products platform platforms country countries region "
    "regions city cities place places direction directions area areas field fields customer customers client clients investor investors backer backers "
    "shareholder shareholders executive executives person people business businesses segment segments division divisions unit units brand brands "
    "school schools university universities college colleges institution institutions model models drug drugs medicine medicines exchange exchanges "
    "industry industries sector sectors market markets factor factors department departments use uses function functions channel channels "
    "project projects version versions series partner partners supplier suppliers vendor vendors problem problems risk risks measure measures "
    "condition conditions group groups feature features technology technologies plant plants factory factories site sites service services game "
    "games material materials step steps analyst analysts founder founders names organization organizations organisation organisations "
    "items item things kinds types categories category firms' employer employers jurisdiction jurisdictions state states chip chips".split()
)
_ZH = "|".join(sorted(_KINDS_ZH, key=len, reverse=True))
_WHICH_ZH = lazy.compile(
    rf"(?:哪(?:一)?些|哪[一二两三四五六七八九十几0-9]*[个家位种款项条支所间类代座项名]?|什么(?:样的?)?|甚么)"
    rf"(?:的)?[^,。?!;、]{{0,8}}?(?P<noun>{_ZH})"
)
_BEFORE_ZH = lazy.compile(rf"(?P<noun>{_ZH})(?:分别|各|都)?(?:是|为|有)(?:哪|什么|甚么)")
_AUXILIARY = r"(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must)"
_WHICH_EN = lazy.compile(
    rf"\b(?:which|what)\b(?: of (?:the|these|those|its|their))?(?: [\w'’-]+){{0,4}}? (?P<noun>[a-z]+)(?= {_AUXILIARY}\b)"
)
_KIND_EN = lazy.compile(r"\b(?:which|what|whose|list|name)\b(?P<rest>(?: [\w'’-]+){1,7})")


def asked_nouns(folded: str) -> frozenset[str]:
    """Return the nouns that only say what kind of thing a folded question asks for.

    >>> sorted(asked_nouns("which platforms is tidebone out on"))
    ['platforms']
    >>> sorted(asked_nouns("h2机器人有哪些客户下单了?")), sorted(asked_nouns("拿下大单的是哪四家公司?"))
    (['客户'], ['公司'])
    >>> sorted(asked_nouns("which of the four energy storage companies signed the smallest order"))
    ['companies']
    >>> asked_nouns("摩尔线程2025年营收多少?")
    frozenset()
    """
    found = {m["noun"] for p in (_WHICH_ZH, _BEFORE_ZH) for m in p.finditer(folded)}
    found |= {m["noun"] for m in _WHICH_EN.finditer(folded)}
    for match in _KIND_EN.finditer(folded):
        nouns = [w for w in match["rest"].split() if w in _KINDS_EN]
        found |= set(nouns[-1:])
    return frozenset(found)


@lazy.table
def _unit_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a unit of measurement asked for, and each word's unit."""
    units = {fold(word): unit for word, (unit, _) in ALIAS.items() if physical(unit) and (len(word) > 1 or word in "噸米")}
    units |= {f"{word}s": unit for word, unit in units.items() if word.isalpha() and word.isascii() and len(word) > 2}
    latin = "|".join(sorted((w for w in units if w.isascii()), key=len, reverse=True))
    chinese = "|".join(sorted((w for w in units if not w.isascii()), key=len, reverse=True))
    return lazy.compile(rf"(?<![\w.-])(?<!\d )(?<!per )(?<!each )(?<!every )(?:{latin})(?![\w-])|(?:多少|几多|几)(?P<zh>{chinese})"), units


_NO_UNIT = frozenset("钱元亿万年月日天岁%成个家")  # too common to tell what a figure is of


_NUMBERS = {w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_NUMBERS |= {w: i for i, w in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_WHICH_SO_MANY = lazy.compile(
    rf"哪(?P<zh>[两二三四五六七八九十]|\d{{1,2}})[家个位款种项大间档支件]|(?:旗下|的|有)(?P<of>[两三四五六七八九])[家个位款种项大间档支代部条座][^,。?是叫有都]{{1,14}}(?:分别|各|都)?(?:叫|是|有)(?:什么|哪|谁)|"
    rf"[这那](?P<these>[两三四五六七八九十])[家位款种项间档支][^,。?是叫有]{{1,8}}(?:分别|各|都)(?:叫|是|有)(?:什么|哪|谁)|"
    rf"前(?P<first>[两三四五六七八九十])(?!季|个?月|年|周|天|期)(?:大|名)?[^,。?占共合总]{{0,6}}?(?:是|有)?(?:谁|哪)|"
    rf"\b(?:which|what|(?:the )?names of (?:the|its|their|[\w.&-]+['’]s)|name the|list the|top) (?P<en>{'|'.join(_NUMBERS)}|\d{{1,2}}) (?!years|months|days|weeks|per|%)[a-z]"
)


def asked_number(folded: str) -> int:
    """Return how many things a folded question wants named, 0 where it does not tell.

    >>> asked_number("是哪三家"), asked_number("which five brands appear in it"), asked_number("哪家最大")
    (3, 5, 0)
    """
    found = _WHICH_SO_MANY.search(folded)
    number = (found["zh"] or found["of"] or found["these"] or found["first"] or found["en"]) if found else "0"
    return _NUMBERS.get(number) or int(number)


_SO_MANY_PEOPLE = lazy.compile(
    r"(?P<zh>[两二三四五六七])[位名个](?!月|季|小时|工作|交易)(?:共同|联合|前任|独立|主要|首席)?(?:创[始办立]人|创业者|合伙人|合作者|负责人|发言人|接班人|候选人|当事人|大?股东|高管|主管|总裁|董事|监事|分析师|工程师|科学家|专家|教授|作者|导演|老板)[^,?。]{0,4}?(?:谁|哪|名字|什么名)|哪(?P<which>[两二三四五六七])[位名个]人(?:一起|共同|联手|合[伙力])|"
    r"\b(?P<en>two|three|four|five|six) (?:[a-z-]+ ){0,2}(?:co-?founders|founders|executives|directors|analysts|officers|authors|partners|brothers|sisters|siblings)\b"
)


def asked_people(folded: str) -> int:
    """Return how many people a folded question wants named, 0 where it does not tell.

    >>> asked_people("三位创办人是谁"), asked_people("who are the two co-founders"), asked_people("创办人是谁")
    (3, 2, 0)
    """
    found = _SO_MANY_PEOPLE.search(folded)
    return _NUMBERS[found["zh"] or found["which"] or found["en"]] if found else 0


_BOTH = lazy.compile(r"[和跟与及、][^,。?]{1,24}?(?:的[^,。?]{1,8})?(?:分别|各自?)(?:是|为|有)?(?:多|几)")
_EACH_OF = lazy.compile(
    r"\beach of (?:[\w'’-]+ ){0,3}?(?P<en>two|three|four|five|six|seven|eight)\b|(?P<zh>[两三四五六七八])(?:个|大|家|款|种|座|条|间|台|所|支)[^,?。]{0,10}各(?!自|地|界|类)"
)


def asked_of_each(folded: str) -> int:
    """Return of how many things a folded question wants a figure each, 0 where it does not tell.

    >>> asked_of_each("旗下三个品牌各有多少家店"), asked_of_each("how much did each of its two mines make"), asked_of_each("甲和乙各多少"), asked_of_each("各多少")
    (3, 2, 2, 0)
    """
    found = _EACH_OF.search(folded)
    return _NUMBERS[found["zh"] or found["en"]] if found else 2 * bool(_BOTH.search(folded))


_ALIKE = ("人 名 位 員", "家 間 座 個 處", "台 部 套 座 輛 架 組", "輛 台 架 部", "架 台 部 輛 班", "艘 條 隻", "款 種 項 個 類", "顆 枚 片 個 粒", "份 張 筆 單 項 宗 個", "張 份 片", "單 份 張 筆 宗 件 個", "宗 件 單 份 項 個 起", "件 份 個 項 單 台 套", "處 個 家 座 間", "間 家 個 處 座", "班 架次 班次 個 趟")
_COUNTER = {fold(c.split()[0]): frozenset(c.split()) | {fold(u) for u in c.split()} for c in _ALIKE}
_COUNTED = lazy.compile("(?:几|多少|几多)(?P<counter>[" + "".join(_COUNTER) + "])")


def counted_in(folded: str) -> frozenset[str]:
    """Return the counters that the things a folded question counts may have, none where it names no counter.

    >>> "台" in counted_in("2025年装了几台"), "人" in counted_in("2025年装了几台"), counted_in("营收多少")
    (True, False, frozenset())
    """
    found = _COUNTED.search(folded)
    return _COUNTER[found["counter"]] if found else frozenset()


_MORE_OF = lazy.compile("(?:谁|哪[家个间])的?(?P<thing>[车船店机])(?:队|子|铺)?(?:数|数量)?(?:[最更较]|比较)*[多少]")
_OF_THING = {"车": "辆", "船": "艘", "店": "家", "机": "架"}


def counted_more(folded: str) -> frozenset[str]:
    """Return the counters of the things of which a folded question asks who has more of them, none where it asks no such thing.

    >>> "台" in counted_more("谁车多"), "趟" in counted_more("谁车多"), counted_more("谁赚得多")
    (True, False, frozenset())
    """
    found = _MORE_OF.search(folded)
    return _COUNTER.get(_OF_THING[found["thing"]], frozenset((_OF_THING[found["thing"]],))) if found else frozenset()


_HOW = (("length", lazy.compile(r"\bhow (?:long|tall|wide|thick) (?:is|are)\b|(?<!寿命)多[宽厚长](?![期久时])")), ("weight", lazy.compile(r"\bhow heavy\b|\bhow much does .{1,40} weigh\b|(?:有|到底|究竟|是|大约|大概)多重|(?<![载运承举扛吊抬拉托装])多重[?]?$")))


def asked_size(folded: str) -> str:
    """Return the dimension a folded question about a thing asks for by an adjective, "" where by none.

    >>> asked_size("how long is the rocket"), asked_size("有多重?"), asked_size("how long did it fly"), asked_size("能载多重?")
    ('length', 'weight', '', '')
    """
    return next((dimension for dimension, pattern in _HOW if pattern.search(folded)), "")


_LOAD = lazy.compile(r"[载运承举扛吊抬拉托装](?:得?[起动了])?多(?:重|少(?:公斤|吨|斤))|\b(?:how (?:much|heavy an?) (?:weight|load|cargo)|how heavy|max(?:imum)? (?:weight|load)|weight)\b.{0,60}\b(?:carr(?:y|ies)|lifts?|haul|take|hoist|hold)\b")


def asks_load(folded: str) -> bool:
    """Return whether a folded question asks how heavy a thing may be that another one carries.

    >>> asks_load("近地轨道能载多重"), asks_load("max weight of a person it can lift"), asks_load("它有多重")
    (True, True, False)
    """
    return bool(_LOAD.search(folded))


_UNIT_ASKED = lazy.compile(r"(?:多少|几多|几)(?P<zh>[\u3400-\u9fff]{1,3}|(?:[a-z]+/)?[a-z]{1,6})|\bhow many (?P<en>[\w-]+(?: [\w-]+){0,2})")


def asked_in_unit(folded: str) -> Callable[[str], bool] | None:
    """Return what tells whether a figure's unit is the one a folded question asks for by its name, None where it names none.

    >>> fits = asked_in_unit("成母牛有多少头")
    >>> fits("頭"), fits("座"), asked_in_unit("营收多少")
    (True, False, None)
    """
    found = _UNIT_ASKED.search(folded)
    if found is None:
        return None
    words = _unit_words()[1]
    if found["en"]:
        said = found["en"].split()
        meant = {words[w] for w in said if w in words}
        nouns = {w for word in said for w in (word, word.removesuffix("s"))}
        kind = counted(folded)
        return lambda unit: unit in meant or unit in nouns or bool(kind and unit in kind.counters)
    typed = found["zh"]
    if typed[0] in _NO_UNIT:
        return None
    if alike := _COUNTER.get(typed[0]):
        return lambda unit: unit in alike or (typed[0] == "人" and unit == "人次")  # visitors are counted by their visits
    return lambda unit: bool(unit) and (typed.startswith(fold(unit)) or words.get(typed) == unit)


def names_unit(folded: str) -> bool:
    """Return whether what stands behind "how many" in a folded question is a unit or a counter: 多少頭, and not 多少就業.

    >>> names_unit("船队有多少艘"), names_unit("创造多少就业"), names_unit("how many tonnes"), names_unit("how many of them")
    (True, False, True, False)
    """
    found = _UNIT_ASKED.search(folded)
    if found is None:
        return False
    if found["en"]:
        return not found["en"].startswith(("of ", "more "))
    typed = found["zh"]
    return typed[0] not in _NO_UNIT and (any(typed[0] in alike for alike in _COUNTER.values()) or any(typed.startswith(word) for word in _unit_words()[1]))


_AFTER_COUNTER = lazy.compile(r"(?:多少|几多|几)[头台架辆座间家艘颗枚部套款种项条张支只个名位](?P<noun>[\u3400-\u9fff]{2,6})")


def counted_noun(folded: str) -> str:
    """Return what stands behind the counter in a folded question, "" where nothing does.

    >>> counted_noun("有多少头水牛?"), counted_noun("成母牛有多少头?")
    ('水牛', '')
    """
    found = _AFTER_COUNTER.search(folded)
    return found["noun"] if found else ""


_PERCENT = lazy.compile(r"百分之(?:几|多少)|[几多少]{1,2}(?:%|个(?:百分)?点(?![位评子]))|几%|(?:\bin|\bwhat|\bhow many|\bas a) (?:%|per ?cent\b|percentage)|[?,] ?%|百分比")


def asks_percent(folded: str) -> bool:
    """Return whether a folded question wants its answer in per cent.

    >>> asks_percent("how much smaller is the loss, in %"), asks_percent("净利增了几%"), asks_percent("what was revenue")
    (True, True, False)
    """
    return bool(_PERCENT.search(folded))


def asked_unit(folded: str) -> str:
    """Return the dimension of the unit a folded question wants its answer in, "" where it names none.

    >>> asked_unit("copper output in the december quarter, tonnes"), asked_unit("能打多少吨"), asked_unit("the 5 nm chip")
    ('weight', 'weight', '')
    """
    pattern, units = _unit_words()
    found = pattern.search(folded)
    return physical(units[found["zh"] or found.group()]) if found else ""


_CURRENCIES = (("CNY", r"人民币|rmb|renminbi|cny|(?<![a-z])yuan"), ("HKD", r"港[元币纸]|hkd|hk dollars?|hong kong dollars?"), ("USD", r"美[元金]|usd|us dollars?|u\.s\. dollars?"), ("TWD", r"新?台币|twd|nt dollars?"))
_CONVERTED = tuple(
    (code, lazy.compile(rf"(?:折合|折算|换算|约合|换成|折成|等于|相当于|按|用|以)[成为]?(?:多少)?(?:{said})|(?:{said})(?:是多少|计|来算|算)|\bin (?:{said})\b|\bhow (?:much|many) (?:{said})\b"))
    for code, said in _CURRENCIES
)


@lru_cache(256)  # asked of sentence after sentence
def asked_currency(folded: str) -> str:
    """Return the currency a folded question wants its answer in, "" where it names none.

    >>> asked_currency("折合人民币是多少"), asked_currency("market value in hk dollars"), asked_currency("美元债多少")
    ('CNY', 'HKD', '')
    """
    return next((code for code, pattern in _CONVERTED if pattern.search(folded)), "")


# Whether sources say the same: only an answer with more than one of them tells.
AGREE = lazy.compile(
    r"对得上|对不上|(?:说法|写法|讲法|口径|媒体|[说写讲]的)[^,?]{0,4}一[致样]吗|吻合吗|有没有出入|有出入吗|[两各]边|[两各几]家(?:媒体)?(?:的)?(?:说法|讲法|写法)|说法不[一同]|"
    r"\bmixed (?:reports|accounts)\b|\bothers agree\b|\b(?:sources|articles|reports|they) (?:agree|disagree|differ)\b|\b(?:seem|appear)s? to (?:differ|disagree)\b|\bconflicting\b"
)
# A company meant by no name, and a question that a company answers.
THE_COMPANY = lazy.compile(r"(?:[他她它]们?的?|[这那该]家?)(?:公司|企业|厂商?|集团)|[这那]家(?!店|分)|\b(?:the|this|that|their|his|her) (?:company|firm|maker|manufacturer|group|developer)\b|\bits (?:maker|developer|manufacturer|owner)\b")
# The same of a school or an institute.
THE_SCHOOL = lazy.compile(r"[这那该]一?[所间个]?(?:学校|大学|院校|学院|研究所|研究院|机构)|该校|该院|母校|\b(?:the|this|that|their|his|her) (?:school|university|college|institute|institution|alma mater)\b")
WHICH_SCHOOL = lazy.compile(r"(?:大学|书)(?:是)?在哪|在哪[里儿]?(?:念|读|上)的?(?:大学|书)|哪[里儿]?毕业|\bwhere did (?:[\w'-]+ ){1,4}?(?:study|graduate|go to (?:college|university|school))\b|(?:哪|什么)[一]?[所间个]?(?:学校|大学|院校|学院|研究所|研究院|机构)|\b(?:which|what) (?:\w+ ){0,2}(?:school|university|college|institute|institution)\b")
SCHOOL_ASKED = lazy.compile(r"(?:哪|什么)一?[所间个]?(?:学校|大学|院校|学院)|\b(?:which|what) (?:\w+ ){0,2}(?:school|university|college)\b")
SCHOOLS = lazy.compile(r"[\u3400-\u9fff](?:大学|学院|学校|专科|研究[院所]|中学)|\b(?:University|College|Institute|School|Academy)\b", re.I)
# Where somebody studied, asked and told.
STUDY_ASKED = lazy.compile(r"(?:在|从|于)?哪[里儿]?[^,?]{0,4}(?:读书|念书|上学|求学|毕业|读的?大学|念的?大学)|毕业于哪|(?:就读|毕业)[于自]?(?:哪|什么)|\bwhere (?:did|was|were) (?:[\w'-]+ ){1,4}?(?:stud(?:y|ied)|graduate|educated|go to (?:school|college|university))\b")
STUDY_TOLD = lazy.compile(rf"{SCHOOLS.pattern}|毕业|学士|硕士|博士|就读|深造|求学|主修|\b(?:stud(?:y|ied|ies)|graduat\w+|degree|bachelor\w*|master'?s|doctorate|phd|educated)\b", re.I)
WHICH_EXCHANGE = lazy.compile(r"哪[个一家]?(?:证券)?(?:交易所|板(?!块))|\b(?:which|what) (?:stock )?(?:exchange|board|bourse)\b")
WHICH_FIRM = lazy.compile(r"(?:哪|什么)[一]?[家间个]?(?:公司|企业|厂商?|集团|机构|家)|谁(?:家)?(?:做|造|生产|开发|研发|推出)|\b(?:which|what) (?:\w+ ){0,2}(?:company|firm|maker|group|bank|startup)\b|\bwho (?:makes|made|built|builds|developed|develops|owns|produces)\b|\bby whom\b")
