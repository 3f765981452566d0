"""New names in new articles: companies, people and products the lexicon does not list.

Found by how news introduces a name, never by a list: beside a ticker or a full legal name in
parentheses, before a verb of announcing, after a role, in quotation marks before the thing it is.
What looks doubtful is left out; a name missed only makes search a little blunter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kb.model import Entity
from kb.text import HAN, fold

_C = rf"[{HAN}]"
_TICKER = re.compile(
    rf"((?:{_C}|[A-Za-z0-9]){{2,10}}?)(?:-[A-Z]{{1,2}})?\s*[(（]\s*(?:股票代[碼码號号][:：]?|證券代碼[:：]?|证券代码[:：]?)?"
    r"(\d{4,6}(?:\.(?:SH|SZ|HK|BJ|TW|TWO))?|(?:NASDAQ|NYSE|纳斯达克|那斯達克)[:：]\s?[A-Z]{1,5})\s*[)）]"
)
_FULL = re.compile(rf"((?:{_C}|[A-Za-z]){{2,24}})[(（]((?:{_C}|[()（）A-Za-z]){{4,30}}?公司)[)）]")
_ANNOUNCE = (
    "發佈|發布|发布|公布|公佈|披露|宣布|宣佈|表示|預計|预计|公告|推出|完成|計畫|计划|擬|拟|簽署|签署|獲得|获得|透露|指出|交付|"
    "實現|实现|遞交|递交|登陸|登陆|上市|旗下|今日|昨日|日前|近日|方面|稱|称"
)
_ACTOR = re.compile(
    rf"(?:^|[,，。;；、:：\n]|\d日(?:晚間|晚间)?[,，]?|近日[,，]?)((?:{_C}|[A-Za-z0-9]){{2,8}}?)(?={_ANNOUNCE})"
)
_SUFFIXED = re.compile(
    rf"(?:^|[,，。;；、:：\n「“(（]|[和與与及由對对在向為为是])({_C}{{2,5}}?(?:科技|股份|半導體|半导体|電子|电子|集團|集团|控股|生物|醫藥|医药|"
    r"製藥|制药|新能源|能源|汽車|汽车|銀行|银行|證券|证券|保險|保险|儲能|储能|光電|光电|微電子|微电子|材料|機器人|机器人|動力|动力|"
    r"光伏|航空|航運|航运|物流|超市|百貨|百货))"
)
_SURNAMES = (
    "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林羅罗鄭郑梁謝谢宋唐許许韓韩馮冯鄧邓曹彭曾蕭萧肖田董潘袁于余蔡葉叶"
    "杜蘇苏魏程呂吕丁任沈姚盧卢姜崔鍾钟譚谭陸陆汪范金石廖賈贾夏韋韦方白鄒邹孟熊秦邱江尹薛閻阎段雷侯龍龙史陶黎賀贺顧顾毛郝龔龚"
    "邵萬万錢钱嚴严覃武戴莫孔向湯汤常溫温康施牛樊葛邢安齊齐易喬乔伍龐庞顏颜倪莊庄聶聂章魯鲁岳翟殷詹申歐欧耿關关蘭兰焦俞左柳甘祝包寧宁"
    "尚符舒阮柯紀纪梅童凌畢毕單单季裴霍塗涂成苗谷盛曲翁冉駱骆藍蓝路游辛靳管柴蒙鮑鲍華华喻祁蒲房滕屈饒饶解牟艾尤陽阳時时穆農农司卓古吉繆缪簡简"
    "車车項项連连蘆芦麥麦褚婁娄竇窦戚岑景黨党宮宫費费卜冷晏席衛卫米柏宗瞿桂全佟應应臧閔闵苟鄔邬邊边卞姬師师和仇欒栾隋商刁沙榮荣巫寇桑郎甄叢丛仲虞敖鞏巩"
    "明佘池查麻苑遲迟鄺邝"
)
_ROLES = (
    "創辦人|創始人|创始人|聯合創辦人|聯合創始人|联合创始人|執行長|首席執行官|首席执行官|董事長|董事长|總裁|总裁|總經理|总经理|"
    "副總裁|副总裁|副總經理|副总经理|財務長|財務總監|财务总监|首席財務官|首席财务官|技術長|首席技術官|首席技术官|首席科學家|首席科学家|"
    "分析師|分析师|主任|院長|院长|教授|博士|董事會秘書|董秘|發言人|发言人|負責人|负责人|合夥人|合伙人|主席|行長|行长|CEO|CFO|CTO|COO"
)
_AFTER_NAME = r"(?=[,，。;；、()（）]|表示|說|说|指出|認為|认为|稱|称|在|告訴|告诉|透露|介紹|介绍|預計|预计|強調|强调|坦言|於|于|曾|和|與|与|也|則|则|對|对|是|$)"
_ROLE_NAME = re.compile(rf"(?:{_ROLES})(?:兼(?:{_ROLES}))?([{_SURNAMES}]{_C}{{1,2}}){_AFTER_NAME}")
_NAME_ROLE = re.compile(rf"(?:^|[,，。;；\n])([{_SURNAMES}]{_C}{{1,2}})[,，]\s*(?:現任|现任|(?:{_C}|[A-Za-z]){{2,12}}?(?:的)?)(?:{_ROLES})")
_QUOTED = re.compile(
    rf"[“「『\"]((?:{_C}|[A-Za-z0-9\- ]){{2,12}})[”」』\"]\s*(?:[(（]([A-Za-z][A-Za-z0-9 \-]{{1,20}})[)）])?\s*"
    r"(?:系列|架構|架构|平台|晶片|芯片|模型|電池|电池|系統|系统|車型|车型|品牌|引擎|作業系統|操作系统|機器人|机器人)"
)
_CODE = re.compile(r"(?<![A-Za-z0-9.])((?:[A-Z][A-Za-z]{0,9}[ \-]?)?[A-Z]{1,6}-?\d{1,4}[A-Za-z]{0,3}(?: (?:Pro|Max|Ultra|Plus|Mini))?)(?![A-Za-z0-9.])")
_EN_COMPANY = re.compile(
    r"\b((?:[A-Z][A-Za-z&\-]+ ){0,3}[A-Z][A-Za-z&\-]+)(?:,? (?:Inc|Corp|Corporation|Ltd|Limited|plc|AG|SE|NV|SA|Co|LLC|Holdings|Group|"
    r"Technologies|Technology|Pharmaceuticals|Pharma|Therapeutics|Energy|Motors|Bank|Semiconductor|Systems|Labs))\b\.?"
)
_EN_ACTOR = re.compile(
    r"(?:^|(?<=[.!?] )|(?<=\n))((?:[A-Z][A-Za-z0-9&\-]+ ){0,2}[A-Z][A-Za-z0-9&\-]+)(?: \([A-Z]{1,5}(?::? ?[A-Z0-9.]{1,8})?\))?,? "
    r"(?:said|reported|announced|expects|posted|unveiled|launched|raised|plans|forecast|agreed|has|will|is)\b"
)
_EN_PERSON = re.compile(
    r"\b([A-Z][a-z]+(?:[ \-][A-Z][a-z]+){1,2}),? (?:the |its |a |an )?(?:[a-z\-]+ ){0,3}?"
    r"(?:chief|CEO|CFO|CTO|COO|chair\w*|president|founder|co-founder|head|director|analyst|partner|professor|spokes\w+|economist)\b"
    r"|(?:chief \w+(?: officer)?|CEO|CFO|CTO|chairman|chairwoman|president|founder|co-founder|analyst|director) ([A-Z][a-z]+(?:[ \-][A-Z][a-z]+){1,2})\b"
)
_EN_STOP = {"the", "a", "an", "this", "it", "in", "on", "at", "for", "and", "but", "its", "he", "she", "they", "we", "analysts",
            "revenue", "sales", "shares", "management", "according", "while", "after", "as", "by", "with", "that", "these",
            "net", "both", "company", "there", "what", "no", "one", "if"}  # fmt: skip
_LEAD = re.compile(
    "^(?:近日|今日|昨日|日前|其中|此外|另外|同時|同时|據悉|据悉|目前|上市公司|公司|龍頭|龙头|巨頭|巨头|廠商|厂商|企業|企业|旗下|"
    "國產|国产|中國|中国|包括|例如|以及|對於|对于|由於|由于|隨著|随着|根據|根据|截至|晚間|晚间|集團|子公司|的|和|與|与|及|在|由|對|对|將|将|向|是|為|为|而|以)+"
)
_BAD = re.compile(
    "公司|企業|企业|行業|行业|市場|市场|其|該|该|他|她|它|我|們|们|這|这|那|年|月|日|將|将|的|了|等|預|预|同比|業績|业绩|營收|营收|利潤|"
    "利润|產品|产品|方面|管理層|管理层|投資者|投资者|分析|數據|数据|資料|报告|報告|消息|人士|記者|记者|今|昨|去|上|下|前|後|后|不|也|還|还|並|并|未|已|"
    "首|第|一|兩|两|三|四|五|幾|几|多|全|各|每|期|價|价|量|率|額|额|由|在|對|对|與|与|和|及|是|為|为|以|因|但|若|如|所|可|能|會|会|有|無|无"
)


def discover(text: str, known: Iterable[str]) -> list[Entity]:
    """Return the entities `text` introduces that are not among `known` (folded names)."""
    have = set(known)
    found: dict[str, Entity] = {}

    def put(name: str, kind: str, aliases: tuple[str, ...] = (), tickers: tuple[str, ...] = ()) -> None:
        key = fold(name).strip()
        if len(key) < 2 or key in have or key in found or any(fold(a) in have for a in aliases):
            return
        lang = "en" if name.isascii() else "zh-Hant"
        found[key] = Entity(f"found:{key}", kind, {lang: name}, (name, *aliases), tickers)

    for match in _TICKER.finditer(text):
        name = _LEAD.sub("", match.group(1))
        if len(name) >= 2 and not _BAD.search(name) and not re.fullmatch(r"(?:19|20)\d\d", match.group(2)):
            put(name, "company", tickers=(match.group(2).replace(" ", ""),))
    for match in _FULL.finditer(text):
        name = _inside(match.group(1), match.group(2))
        if name:
            put(name, "company", (match.group(2),))
    for name in _repeated(text):
        put(name, "company")
    for pattern in (_ROLE_NAME, _NAME_ROLE):
        for match in pattern.finditer(text):
            put(match.group(1), "person")
    for match in _QUOTED.finditer(text):
        if not match.group(1).endswith(("型", "性", "化", "式")):
            put(match.group(1).strip(), "product", (match.group(2),) if match.group(2) else ())
    for match in _CODE.finditer(text):
        if _is_code(match.group(1)):
            put(match.group(1), "product")
    _discover_english(text, put)
    return list(found.values())


def _discover_english(text: str, put: object) -> None:
    add = put if callable(put) else None
    if add is None:
        return
    for match in _EN_PERSON.finditer(text):
        add(match.group(1) or match.group(2), "person")
    for match in _EN_COMPANY.finditer(text):
        add(match.group(0).rstrip("."), "company", (match.group(1),))
    counts = Counter(m.group(1) for m in _EN_ACTOR.finditer(text))
    for name, _ in counts.items():
        first = name.split()[0].lower()
        if first not in _EN_STOP and text.count(name) >= 2:
            add(name, "company")


def _inside(run: str, full: str) -> str | None:
    """The longest end of `run` (at least two characters) that the full legal name holds."""
    for n in range(len(run), 1, -1):
        if run[-n:] in full:
            return run[-n:]
    return None


def _repeated(text: str) -> list[str]:
    """Names in the place of an actor or with a company ending, seen at least twice in the text."""
    counts: Counter[str] = Counter()
    for pattern in (_ACTOR, _SUFFIXED):
        for match in pattern.finditer(text):
            name = _LEAD.sub("", match.group(1))
            if 2 < len(name) <= 8 and not _BAD.search(name):
                counts[name] += 1
    return [name for name in counts if text.count(name) >= 2]


def _is_code(code: str) -> bool:
    """A model number, not a quarter, a half-year, a percentage or a standard."""
    return not re.fullmatch(r"(?:Q[1-4]|[1-4]Q|H[12]|FY)\d{0,4}|[A-Z]\d", code) and bool(re.search(r"\d", code))
