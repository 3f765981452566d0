"""Universities, research institutes, offices and associations, by their endings: 武漢理工大學, 雲岸證監局, 沧屿软件行业协会.

What stands before such an ending is often no name (一家三甲醫院, 與大學同學, 光互連實驗室). It is taken for one where it
begins after what leads up to a name, and is unlike words, begins with a place, or is spoken of as only a named one is
(在…讀, …畢業). Patterns are matched against folded text. Leaves out firms (`kb.discovery.companies`) and well-known
institutions whose names say nothing (the lexicon).
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.endings import HAN_CHAR, LAND, told_as_firm
from kb.discovery.english import LEADING
from kb.discovery.found import Found
from kb.discovery.page import Page, han
from kb.discovery.people import SPELLS_OUT
from kb.text import fold

_SCHOOL = "大学学院|大学(?!生(?![物命态化])|城|路|站)|学院(?![派路风])"
_RESEARCH = r"研究[所院室](?!长)|研究中心|实验室|设计院|规划院|医院|公共卫生中心|疾控中心|(?:植物|动物|物理|化学|计算|自动化|微电子|半导体|声学|光学|光机|海洋|地质|药物|微生物|金属|力学|天文|遗传|生态)所(?![有以在])"
_OFFICE = r"证监局|监管局|市监局|管理局|海关(?!总)|中院(?![线士校])|高院(?![线士校])|中级(?:人民)?法院|高等法院|地方法院|检察院"
_BODY_END = lazy.compile(r"(?:协会|学会|商会|工会|公会|联合会|联席会|促进会)$")
_BODY = r"协会|(?<![要才没已先快早能将])学会(?![计了议用把])|(?<![券厂电])商会|工会|公会|联合会|联席会|促进会|基金会"
_END = lazy.compile(rf"(?P<school>{_SCHOOL})|(?P<research>{_RESEARCH})|(?P<office>{_OFFICE})|(?P<body>{_BODY})")
_LONGEST, _LEAST = 10, 2  # characters before an ending
# What leads up to a name, the longer first. Of single characters the word they may be part of must not reach into the name.
_LEADS = lazy.compile(
    r"毕业于|就读于?|任教于|任职于|供职于|考[入进上取]|转[入往到赴]|远赴|奔赴|先进|进入|来自|出自|取得|获得|获颁|拿[到下]|回到|来到|加入|入读|攻读|持有|[曾现时出担兼]任|[曾正就现先还]在|成为|作为|以及|收到|受到|委托|机构|组织|智库|团体|母校|本科|硕士|博士|"
    r"[在于从自由与和跟及向被据为是的读念赴往去到进入获得任前原聘叫对给经了、年月日岁后以并但而让使将则起]"
)
_ABROAD = lazy.compile("(?:美国|英国|德国|法国|日本|加拿大|澳洲|澳大利亚|荷兰|瑞士|瑞典|意大利|韩国|俄罗斯|新西兰|以色列|印度|比利时|丹麦|挪威|芬兰|奥地利|爱尔兰|西班牙|智利|巴西)(?=..|$)")
# Kinds of schools, firms and offices; whose they are.
_KINDS = frozenset(
    "国内 国外 海外 境外 境内 当地 本地 各地 多地 外地 地方 知名 著名 顶尖 一流 名牌 重点 普通 公立 私立 民办 公办 民营 私家 综合 综合性 专科 三甲 二甲 社区 合作 高等 高校 院校 国家 国家级 省级 市级 县级 "
    "附属 附设 第一 第二 第三 直属 行业 产业 企业 公司 集团 券商 银行 证券 学术 科研 技术 工程 研发 创新 联合 独立 第三方 专业 权威 官方 民间 国际 全国 全球 世界 大陆 内地 部分 其他 有关 相关 上级 主管 监管 "
    "员工 职工 同业 同行 同乡 教育 慈善 公益 家族 私人 商学 法学 医学 工学 理学 文学 经管 管理 研究生 继续教育 职业 成人 人工智能 中央 先进 基础 前沿 癌症 动物 儿童 妇产 骨科 口腔 眼科 肿瘤 整形 宠物".split()
)
_PLAIN_KINDS = frozenset("理工 科技 工业 农业 林业 师范 医科 财经 政法 外国语 民族 体育 艺术 音乐 电影 美术 电子科技 工商 科学技术".split())  # no name after a character that may end one: 中原|理工
_NO_NAME = lazy.compile(r".*(?:创办|成立|设立|建立|共建|组建|开设|合办|运营|旗下|合作|联合(?!国|$)|建成)|[该这那某各每另此贵其她他我你您]|第[一二三四五六七八九十]+[座个所间家]|本[校院所地国市省]|[一两二三四五六七八九十几数多半][所家间个座名位年省]|.*[一两三]?[一两三四五六数多][所家间座]|.*(?:大学|学院|医院|公司|集团|[他她们的了着过]|[^一二三四五六七八九十]{2}[所间家座名])|.*[\d]")
_NUMBERED = lazy.compile(r"第[一二三四五六七八九十百]+")
_FOUNDED_BY_THE_STATE = lazy.compile("(?:国立|[省市县私]立)(?=..)")  # 国立嘉禾大学
_STUDIED = lazy.compile(r"(?:毕业于|就读于?|任教于|考[入进上取]|入读|攻读|读|念|[取获拿]得|拿到|获颁?)$")
_STUDY_NEXT = lazy.compile(
    rf"毕业|肄业|读|念|攻读|主修|取得|拿到|获|任教|教[授书]|讲师|校长|附属|附设|深造|求学|进修|{HAN_CHAR}{{1,8}}?(?:系|学院|专业|硕士|博士|学士|本科|学位|研究所)|[硕博学]士|本科|学位|法学院|商学院|医学院"
)
_SPEAKS_NEXT = lazy.compile(r"(?:的)?(?:首席|资深|高级)?(?:分析师|研究员|主任|教授|所长|院长|秘书长|会长|局长|理事长)|发布|公布|预计|预测|估计|估算|统计|指出|认为|表示|数据|报告|警告|指控|呼吁|批评|宣布|要求|决定|裁定|判决|开[庭出审]|下发|处罚|立案|通报|对")
_A_TRADE = lazy.compile(rf"{HAN_CHAR}{{0,4}}(?:员|师|工人|编剧|导演|作家|记者|劳工|司机|机师)$")
_PLACE = lazy.compile(rf"{LAND}|(?:中国|中华|华[东南北中西]|[东西]北|西南|长三角|珠三角|大湾区|国家)|{HAN_CHAR}{{2,3}}[省市县区州]")
_SPELT = lazy.compile(r"(?<![A-Za-z])(?P<name>[A-Z][A-Za-zà-ž]{2,}(?: [A-Z][a-zà-ž]+)?) ?(?:大学|大學|学院|學院|研究所|研究院|研究中心|養老基金|养老基金|退休基金|主权基金|主權基金|基金会|基金會|协会|協會|医院|醫院|实验室|實驗室)")
# 研究機構「開放供應鏈」估計: what kind of body it is stands before the marks.
_MARKED = lazy.compile(rf"(?:研究机构|智库|行业机构|行业组织|消费者组织|环保组织|非营利组织|非政府组织|民间团体|民间组织|倡议组织|评测机构|监测机构|协会|公益组织|工会)[“「『\"](?P<name>{HAN_CHAR}{{2,8}})[”」』\"]")
_IN_LATIN = lazy.compile(r" ?[(（]([A-Z][A-Za-z.&’'-]*(?: (?:of|for|and|the|de)| [A-Z][A-Za-z.&’'-]*){0,7})[)）]")

# English: the word for the body, what stands before it and "of …" behind it.
_ENGLISH = lazy.compile(r"\b(?:(University|Institute|College|Academy|School)|Polytechnic|Hospital|Laborator(?:y|ies)|Observatory|Association|Federation|Foundation|Authority|Agency|Commission|Directorate|Inspectorate|Bureau|Ministry|(?:Statistics|Customs|Patent|Budget) Office|Tourism Board|Customs Service)\b(?! [A-Z])")
_EN_BEFORE = lazy.compile(r"(?<![A-Za-z’'&-])(?:[A-Z][\w’'&-]*(?: (?:of|for|and|de|la))? ){1,5}$")
_EN_OF = lazy.compile(r" of (?:the )?[A-Z][\w’'-]+(?:(?: and| of)? [A-Z][\w’'-]+){0,2}")
_EN_SHORT = lazy.compile(r" \(([A-Z]{2,6})\)")
_EN_KINDS = frozenset("National Royal State Federal International European American British German French Chinese Business Medical Law Graduate Children".split())
_TOLD = 3  # words, "the" before them
_REACH = 60  # characters before that word


def institutions(page: Page, found: Found) -> None:
    """Add the institutions that a text names in Chinese."""
    last = -1
    for match in _END.finditer(page.folded):
        begin = _begin(page, found, match, last)
        last = match.end()
        if begin is not None:
            _add(page, found, begin, match.end())
    for match in _SPELT.finditer(page.text):
        _add(page, found, *match.span())
    for match in _MARKED.finditer(page.folded):
        _add(page, found, *match.span("name"))
    for match in _ENGLISH.finditer(page.text):
        _english(page, found, match)


def _english(page: Page, found: Found, match: re.Match[str]) -> None:
    """Reuss Institute, University of Westmere: more than what kind of body it is."""
    before = _EN_BEFORE.search(page.text, max(0, match.start() - _REACH), match.start())
    own = re.split("['’]s ", before[0])[-1] if before else ""  # Britain's
    while lead := LEADING.match(own):
        own = own[lead.end() :]
    of = _EN_OF.match(page.text, match.end()) if not own or match[1] else None
    behind = re.sub("['’]s?$", "", of[0]) if of else ""  # University of Westmere's
    name = f"{own}{match[0]}{behind}"
    words = [w for w in re.findall("[A-Z][^ ]+", f"{own} {behind}") if w not in _EN_KINDS]
    told = len(name.split()) >= _TOLD and page.text[max(0, match.start() - len(own) - 4) : match.start() - len(own)].lower() == "the "  # the National Grid Agency
    if not words or (all(page.ordinary(w.lower()) for w in words) and not told) or page.term(fold(name)) or found.kind(name):
        return
    end = match.end() + len(behind)
    short = _EN_SHORT.match(page.text, end)
    found.add("institution", en=name, aliases=(short[1],) if short else ())


def _add(page: Page, found: Found, begin: int, end: int) -> None:
    name = page.text[begin:end]
    if found.kind(name) is None and not page.term(fold(name)):
        latin = _IN_LATIN.match(page.text, end)
        found.add("institution", zh=name, en=latin[1] if latin else "")
        _drop_beginnings(page, found, fold(name))


def _drop_beginnings(page: Page, found: Found, name: str) -> None:
    """Forget what was taken for a firm and stands nowhere but in the name of an association: 東嶼光電 of a 東嶼光電行業協會."""
    ending = _BODY_END.search(name)
    if ending is None:
        return
    whole = set(page.places(name))
    for draft in {id(d): d for n, d in found.by_name.items() if name.startswith(n) and n != name}.values():
        own = fold(draft.zh)
        if draft.kind == "company" and not draft.en and not draft.tickers and name.startswith(own) and set(page.places(own)) <= whole:
            found.by_name = {n: d for n, d in found.by_name.items() if d is not draft}


def _begin(page: Page, found: Found, match: re.Match[str], last: int) -> int | None:
    """Where the name begins that an ending ends, or None where there is none; `last`: where the ending before it ends."""
    end = match.start()
    run = page.run(end, min(_LONGEST, end - max(last, 0))) if end > last else ""
    clean = end - len(run) != last and len(run) < _LONGEST  # it begins behind a mark or a figure
    if end - len(run) == last:
        return None  # 法學院 of a 大學
    begins = [m.span() for m in _LEADS.finditer(run)]
    if begins and begins[-1][1] == len(run) and not page.word(run[-2:]):
        return None  # 與大學同學
    for start, at in (*reversed(begins), *(((0, 0),) if clean else ())):
        part, single = run[at:], at == start + 1
        if len(part) < _LEAST:
            continue
        if _NO_NAME.match(part) or (part[0] in "名位" and page.folded[end - len(part) - 1].isdigit()):
            return None  # 190名員|工會獲安排
        if single and page.word(run[at - 1 : at + 2]):
            continue  # 自動化實驗室
        if single and page.plain(part) and _goes_on(page, run, at):
            continue
        abroad = _ABROAD.match(part)
        before = run[:at] + (abroad[0] if abroad else "")
        own = part[abroad.end() :] if abroad and part[abroad.end() :] not in _PLAIN_KINDS else part  # 德國|亞琛工業
        if _is_name(page, found, match, before if own != part else run[:at], own):
            return end - len(own)
        if part not in _PLAIN_KINDS and not (single and page.word(run[at - 1 : at + 1])):
            return None
    return None


def _goes_on(page: Page, run: str, at: int) -> bool:
    """Whether what seems to lead up to a name is in a word: 太原|理工, 青年|政治, 自|由; not 从|中南."""
    before = run[at - 1] in _ENDS_WORDS and page.word(run[at - 2 : at])
    return before or (page.word(run[at - 1 : at + 1]) and not page.word(run[at : at + 2]))


_ENDS_WORDS = frozenset("年原由和日月后前进任国起")


def _is_name(page: Page, found: Found, match: re.Match[str], before: str, part: str) -> bool:
    """Whether `part`, which stands between `before` and an ending, makes a name with it."""
    if len(part) < _LEAST or part in _KINDS or _ABROAD.fullmatch(part) or found.kind(part) == "company":
        return False
    if _NUMBERED.fullmatch(part):
        return match["research"] is not None and match[0].startswith("研究")
    unlike = _unlike(page, part)
    speaks = _SPEAKS_NEXT.match(page.folded, match.end()) is not None
    if match["school"]:
        studied = _STUDIED.search(before) or _STUDY_NEXT.match(page.folded, match.end())
        return unlike or bool(studied) or bool(_FOUNDED_BY_THE_STATE.match(part)) or bool(_PLACE.match(part) and len(part) > _LEAST) or (len(part) >= _LONG and page.term(part[:2]))
    placed = bool(_PLACE.match(part))
    if match["office"]:
        return unlike or placed or any(page.term(part[:n]) for n in (2, 3))
    if match["body"]:
        long = len(part) >= _LONG and not before and speaks and not part.startswith(("行业", "产业", "企业", "全国"))
        return unlike or (placed and len(part) > _LEAST) or long or (match[0] in ("工会", "公会") and speaks and bool(_A_TRADE.match(part)))
    told = told_as_firm(page, match.start() - len(part))
    short = len(part) == _LEAST and not page.term(part)
    special = len(match[0]) >= _LONG or match[0].endswith("所")  # 华东|公共卫生中心
    if any(found.kind(part[:n]) == "company" for n in range(_LEAST, len(part))):
        return False  # 仁晞|旗下醫院
    return unlike or (placed and (special or len(part) > _LEAST)) or (short and (told or (speaks and not before) or SPELLS_OUT.issuperset(part)))


_LONG = 4  # characters


def _unlike(page: Page, part: str) -> bool:
    """Whether a part begins with two characters or more that are no words, and goes on in words if at all: 滄嶼|軟件|行業, not 光|互連."""
    for size in range(min(len(part), _MOST_UNLIKE), _LEAST - 1, -1):
        own = part[:size]
        if all(map(han, own)) and not page.plain(own) and not any(page.word(own[n:]) for n in range(size - 1)) and (size == len(part) or page.plain(part[size:])):
            return True
    return False


_MOST_UNLIKE = 6
