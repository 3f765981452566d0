"""Companies told by the company they keep: in a list of firms, or with figures beside those of another.

A name without any ending stands nowhere alone: 速能科技、綠樁網、樁聯; 同業昇茂2025年營收74.3億元;旭辰營收38.6億元.
"""

from __future__ import annotations

import re

from kb import lazy
from kb.discovery.companies import unlike_words
from kb.discovery.endings import BY_RIGHT, CHAIN, CHAIN_END, FIRM_RIGHT, HAN_CHAR, KIND, LAND, past_kind
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.discovery.people import is_person, last_role
from kb.text import fold

_ITEM = rf"{HAN_CHAR}{{2,8}}(?:\([^()、]{{1,30}}\))?"
_LIST = lazy.compile(rf"{_ITEM}(?:、{_ITEM})+(?:(?:和|及|与|以及){_ITEM}(?=[,。;:()\s等分均各两三四五]))?")
_LEAST_NAMES = 2  # of a list that are known to be firms
_BOOKS = (
    r"(?:同期|同季|同年|同月)?(?:20\d\d年?(?:度|财年)?|[去今]年)?(?:全年|[上下]半年|前三季度?|首季度?|第?[一二三四1-4]季度?|首[三九]个月|[\d一二三四五六七八九十]{1,2}月份?)?(?:合并|全年|单季)?"
    r"(?:总?营收|营业总?收入|总收入|营业额|溢利|纯利|净利润?|净亏损?|税后纯益|税后净利|归母净利润|每股[纯收盈][益余利]|市占率|市值|入住率|交付量|销量|出货量|产量)(?:约|达|为|超|逾|近|是|则为)?(?:人民币|新台币|nt\$|us\$|hk\$|rmb)?[\-\d]"
)
_BESIDE = lazy.compile(rf"(?:同业|同行|竞争对手|对手|友商)(?:的|中)?({HAN_CHAR}{{2,6}}?)(?={_BOOKS}|(?:股价)?[大急]?(?:上涨|下跌|收[涨跌]|涨|跌)[约逾超近]?\d|(?:同日|则|也|亦|[昨今]日|早前|此前|日前|近日|随后|[上本]月|今年|去年)?(?:已)?(?:预告|预计|公布|宣布|披露|表示))")
# 芯片設計公司芯越微2026年一季度營收9.86億元: what kind of firm it is stands before its name.
_ACTS = r"(?:20\d\d[年财]|[上下]半年|前三季度?|[去今]年|宣布|公布|完成[a-f天种][+轮使子]|向[^,。;]{2,8}递交|递交)"
_INTRODUCED = lazy.compile(rf"{KIND}({HAN_CHAR}{{2,6}}?)(?={_BOOKS}|{_ACTS})")
_FIGURES_NEXT = lazy.compile(rf"{_BOOKS}|(?:股价)?[大急]?(?:上涨|下跌|收[涨跌]|涨|跌)[约逾超近]?\d")
# 記憶體廠華晶存(24)日公布首季財報: no person has results.
_PUBLISHES = lazy.compile(r"(?:[今昨]?\(?\d{0,2}\)?[日天]|\d{1,2}月\d{1,2}日|[今昨]日|日前)?(?:晚间?|盘后)?(?:公布|公告|发布|披露|举行)[^,;。]{0,10}(?:财报|业绩|营收|年报|季报|中报|自结|法说|报告)|(?:最新)?(?:[年季中]报|财报|年度报告)(?:显示|披露)")
_DEPARTMENT = "执行|研究[室部院]|企划|公关|行销|营销|研发|采购|营运|运营|业务|财务|投资|品牌|技术|市场|产品|数据|海外|亚太区?|大中华区?|中国区?|台湾区?|外贸|销售|公共事务|证券|项目|区域|高级|资深|助理|联席"
# 通路商燦星電腦已將, 進口商鮮豐薈採購經理, 物流企業速果達,
_TOLD_KIND = lazy.compile(rf"(?:{KIND}|(?:^|[,。;])(?:[车药酒险房]企|巨头|龙头|独角兽|新创|初创公司|券商)|(?<={HAN_CHAR})品牌|(?<={HAN_CHAR})(?<![个港美台陆新老该本持每优普流限原配送增减转入控参公头])股(?![东份价票权市本息民利友神指比评书]))(?=[\u3400-\u9fff])")
_TOLD_OF = lazy.compile(rf"(?:{LAND})?({HAN_CHAR}{{2,6}}?)(?=的?(?:{_DEPARTMENT})?(?:{FIRM_RIGHT.pattern})|采购|已将?|则|也|亦|曾|仍|将其|将公司|签[了署订下]|下调|上调|去年|今年|近年|上半年|前三季|[关开展]店|新开|{BY_RIGHT.pattern})")
_TOLD_ALONE = lazy.compile(rf"(?:{LAND})?({HAN_CHAR}{{3,4}}?)(?=[,。;、与和及])")
# 另一家平台康山醫生則在去年: counted among its like, it is one of them whatever its name ends with.
_ANOTHER = lazy.compile(rf"(?:另一家|另外一家)[^,。;:的]{{0,6}}?(?:平台|公司|企业|厂商|机构|品牌|车企|药企|券商|业者|银行)({HAN_CHAR}{{2,6}}?)(?=则|也|亦|已|将|仍|曾|去年|今年|上[月年]|近[年期日]|[于在]\d|宣布|公布|预计)")
# 加入零部件商雷山底盤系統,五年裡…: whom somebody joins.
_JOINED = lazy.compile(rf"(?:加入|加盟|入职|[任就供]职于?|效力于?|跳槽到?|转投)了?{HAN_CHAR}{{2,6}}?(?:[^客协会磋智招通经该本]商|厂|巨头|龙头|大厂|[车药酒险房]企|新创|律所)({HAN_CHAR}{{2,8}}?)(?=[,。;、(]|担?任|做|当|出任|负责|从事)")
_DUTY = lazy.compile("负责|从事|主管|任|做|当|工作|品牌|业务|部门")
_NO_FIRST = frozenset("级要做任当均皆都仍正先纷各多须需应们亦曾刚早常却")
_KIND_FIRST = lazy.compile(r"(?:公司|企业|厂商|业者|连锁|巨头|龙头|新创|机构|集团|品牌|平台|卖家|买家|玩家|店家|新秀|新贵|老将|商|店|厂|铺)(?=..)")
_NO_LAST = frozenset("并且后前时中内而也均已将正仍曾再又还可应须需等者")
_PERSONS = ("先生", "女士", "小姐", "老板", "们", "某", "方")
_QUOTED = lazy.compile(rf"{KIND}(?<!有的..)[“「『]({HAN_CHAR}{{2,6}})[”」』]|(?:对手|竞争者|同业|友商|同行)[“「『](?P<rival>{HAN_CHAR}{{2,6}})[”」』](?=[则也亦却在于将已宣发公的])")
# 老股东启岸创投、鲁信沧海跟投; 光源时代担任独家财务顾问
_BACKS = lazy.compile(rf"(?:^|[,。;、和与及])({HAN_CHAR}{{2,6}}?)(?=等?(?:联合|共同|继续)?(?:领投|跟投|参投)|(?:等)?(?:担任|任|为)(?:本轮|本次)?(?:独家|联合)?(?:财务|融资|法律)顾问)")
# 全资子公司豫轴欧洲以…收购; 投资人、元禾谷雨合伙人苗青
_OWNED = lazy.compile(rf"(?:(?:全资|控股|参股|孙|境外|海外)子?公司|(?:附属|子)公司)({HAN_CHAR}{{2,6}}?)(?=以[\d约]|拟|与|将|收购|获|因|负责|第[一二三四]季|[上下]半年|[去今]年|20\d\d年|实现|已|[,。;(])")
# 前五大客戶收入占比68%,其中茶語時光占31%
_OF_THEM = lazy.compile(rf"(?:客户|供应商|股东)[^。;]{{0,24}}其中,?({HAN_CHAR}{{3,6}}?)(?=(?:一家)?(?:就)?(?:占|贡献|持股|持有)[约达]?\d)")
_FUND = lazy.compile(rf"(?:^|[,。;、])({HAN_CHAR}{{3,6}}?)(?=(?:创始|管理|执行|投资)?合伙人{HAN_CHAR})")
# 承銷商為甲與乙。 what stands in such a place is a firm, whatever its name ends with.
_ENUMERATED = lazy.compile(
    r"(?:(?:主要|知名|头部)(?:业者|品牌|厂商|玩家|企业|公司)|承销商|保荐人|保荐机构|辅导机构|主办券商|包销商|核数师|审计机构|财务顾问|(?:竞争)?对手|竞争者|同[业行]|投资[方人者]|股东|客户|供应商|供货商|伙伴|代工厂|其[余他][两二三四五六七八九十\d]+家(?:公司|企业|客户|厂商|机构|银行)?|投资[方人者],(?:合共|合计|共)?(?:认购|出资)[^,。;:]{2,16},)"
    rf"(?:主要|分别|还|则)?(?:包括|包含|涵盖|为|是|有|如|:|(?<=对手)(?={HAN_CHAR}{{2,6}}[、和与及]{HAN_CHAR}{{2,6}}[,。均都皆也已则正]))((?:{HAN_CHAR}|[a-z0-9&. ]|[、(])[^,。;:!?\n]{{1,60}}(?:,以及[^,。;:!?\n]{{2,16}})?)"
)
_DOING = frozenset("亦也则都将已均被受皆的了")
_PARTS = lazy.compile("(?:(?<=、)和)?(?:[^、和与及,以]|以(?!及))+")  # 、和碩泰投資
_ITEM_HAN = lazy.compile(rf"(?:{LAND})?({HAN_CHAR}{{2,14}}?)(?:\([^()]*\)?)?(?:等.*|[均都皆各也已则正].*)?")
_ITEM_LATIN = lazy.compile(rf"{HAN_CHAR}{{0,6}} ?([A-Z][A-Za-z]{{2,}}(?: [A-Z][A-Za-z]+){{0,3}})(?:等.*)?")
_LEADS = lazy.compile(rf"由({HAN_CHAR}{{2,6}}?)(?=(?:独家|联合|共同)?领投)")
_TOLD = lazy.compile(rf"(?:^|(?<=[,。;:、!?\n]))({HAN_CHAR}{{2,6}}?)(?={_BOOKS})")
# 同在湘南的福禾匯上半年收入44.9億元: what is told of somebody before the name.
_TOLD_ABOUT = lazy.compile(rf"(?:(?:同在|同样|同为|位于|来自|总部|规模|主打|主攻|做|生产|经营|主营|专注|专做|创办|成立)[^,。;:的]{{1,12}}|\d年(?:上市|挂牌|成立|创立|创办))的({HAN_CHAR}{{2,6}}?)(?=(?:预[计告期估料])?{_BOOKS}|(?:[上下]半年|前三季|[去今]年|20\d\d年|首季|第[一二三四]季度?)(?:收入|销售额)[约达为]?\d)")
# 北辰算芯此前預計2025年營收26.3億元: what somebody said of its books before.
_SAID_BEFORE = lazy.compile(rf"(?:^|(?<=[,。;:!?\n]))({HAN_CHAR}{{3,6}}?)(?=(?:此前|早前|先前|日前|稍早|上周|上月|亦|也|则)+已?(?:预[计告期估料]|公布|披露)(?:其|,)?{_BOOKS})")
_NOBODY = frozenset("层方们师员者界人会部局司长")  # 管理層此前預計
_LONG = 4  # characters
_SAYS = lazy.compile(r"^[做任当]|(?:更正|上修|下修|预告)$|无条件|发布|公布|披露|宣布|表示|计[画划]|预计|预告|早前|此前|日前|近日|[上本今去昨][年月日]|了|自$|合作|联合|联手|共同|继续|开始|签")
_SENTENCE = lazy.compile(r"[^。!?\n]+")


def listed(page: Page, found: Found) -> None:
    """Add what stands in a list with firms that are known, unless it is a word or a person."""
    for match in _LIST.finditer(page.folded):
        items = [(m.start(), m.end()) for m in re.finditer(HAN_CHAR + "{2,8}", match.group()) if match.group()[m.start() - 1 : m.start()] != "("]
        places = [(match.start() + a, match.start() + b) for a, b in items]
        firms = [p for p in places if found.kind(page.folded[slice(*p)]) == "company" or _ends_with_firm(page, found, *p)]
        others = [p for p in places[1:] if p not in firms]
        if len(firms) >= _LEAST_NAMES and all(_may_be(page, page.folded[slice(*p)]) for p in others):
            for start, end in others:
                found.add("company", zh=page.text[start:end])


def enumerated(page: Page, found: Found) -> None:
    """Add those whom a sentence lists as a firm's underwriters, rivals, investors or customers."""
    for match in _ENUMERATED.finditer(page.folded):
        for part in _PARTS.finditer(page.folded, *match.span(1)):
            chinese = _ITEM_HAN.fullmatch(page.folded, *part.span())
            latin = _ITEM_LATIN.fullmatch(page.text, *part.span())
            if not (chinese or latin):
                break  # 股東為持股28.6%的和昶集團: no list
            if chinese:
                _add_listed(page, found, *chinese.span(1))
            if latin and not found.kind(latin[1]) and not page.word(fold(latin[1])):
                found.add("company", en=latin[1])


def _add_listed(page: Page, found: Found, start: int, end: int) -> None:
    """Add an item of a list of firms, without the words for what kind it is: 连锁超市优汇坊, 自然人包志恒."""
    role = last_role(page.folded[start:end] + "x")
    told = past_kind(page.folded[start:end])
    start += told
    name = page.folded[start:end]
    if not role and not found.kind(name) and (_may_be(page, name, told=told > 0) or _begins_with_and(page, start, name)) and not set(name) & _DOING:
        found.add("company", zh=page.text[start:end])


def _begins_with_and(page: Page, start: int, name: str) -> bool:
    """Whether a listed name with a firm's ending only looks as if an "and" went before it: 、和域保險及…."""
    return name[0] == "和" and page.folded[start - 1 : start] == "、" and len(CHAIN_END.sub("", name)) == len("和域") and CHAIN_END.search(name) is not None


def reporting(page: Page, found: Found) -> None:
    """Add whose figures are told: one introduced or a rival named as one, a name with a firm's ending, or one beside them in the sentence."""
    for sentence in _SENTENCE.finditer(page.folded):
        introduced = [m.span(m.lastindex or 1) for p in (_INTRODUCED, _TOLD_ABOUT, _QUOTED, _LEADS, _BACKS, _OWNED, _OF_THEM, _FUND) for m in p.finditer(page.folded, *sentence.span())]
        said = [m.span(1) for m in _SAID_BEFORE.finditer(page.folded, *sentence.span()) if m[1][-1] not in _NOBODY]
        beside = [m.span(1) for m in _BESIDE.finditer(page.folded, *sentence.span())]
        told = [m.span(1) for m in _TOLD.finditer(page.folded, *sentence.span())]
        firms = [p for p in told if CHAIN_END.search(page.folded[slice(*p)]) or found.kind(page.folded[slice(*p)]) == "company"]
        kinds = _behind_kinds(page, *sentence.span())
        introduced += kinds
        for match in _ANOTHER.finditer(page.folded, *sentence.span()):
            _add_told(page, found, *match.span(1))
        for match in _JOINED.finditer(page.folded, *sentence.span()):
            _add_told(page, found, *match.span(1))
        for at, until in dict.fromkeys((*introduced, *said, *beside, *(told if beside else firms))):
            kind = _KIND_FIRST.match(page.folded, at, until)
            start = kind.end() if kind else at  # 餐廳業者|檸香
            of = page.folded.find("的", start + 2, until)
            end = of if of > 0 else until  # 丹麥商維斯特|的台灣採購主管
            name = page.folded[start:end]
            own = CHAIN_END.sub("", name) if CHAIN_END.sub("", name)[1:] else name  # 曜新能源
            weighed = (start, end) not in firms and (at, until) not in said and own != name and page.word(own)  # by `companies`
            figures = ((at, until) in beside and _FIGURES_NEXT.match(page.folded, until) is not None) or ((at, until) in kinds and _PUBLISHES.match(page.folded, until) is not None)
            if name[:1] not in _NO_FIRST and _may_be(page, name, told=figures) and not weighed and not last_role(name + "x"):
                found.add("company", zh=page.text[start:end])


def _add_told(page: Page, found: Found, start: int, end: int) -> None:
    """Add what the words before it say to be a firm, where it is no everyday words, or ends like one and tells of no duty."""
    name = page.folded[start:end]
    plain = page.plain(name) and not (len(name) > _LONG and CHAIN_END.search(name))
    if not (plain or page.term(name) or page.word(name) or CHAIN.fullmatch(name) or _DUTY.match(name) or _SAYS.search(name) or found.kind(name)):
        found.add("company", zh=page.text[start:end])


def _behind_kinds(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Where names stand behind what kind of firm they are, before what a firm does or the end of a part of a sentence."""
    out = []
    for kind in _TOLD_KIND.finditer(page.folded, start, end):
        told = _TOLD_OF.match(page.folded, kind.end(), end)
        if told and told[1][0] not in _NO_FIRST and not told[1].endswith(_PERSONS) and not (told[1][-1] in _NO_LAST and page.plain(told[1][:-1])):
            out.append(told.span(1))
        alone = _TOLD_ALONE.match(page.folded, kind.end(), end)
        if alone and unlike_words(page, alone[1]):
            out.append(alone.span(1))
    return out


def _ends_with_firm(page: Page, found: Found, start: int, end: int) -> bool:
    """Whether the first of a list ends with a firm's name, after words that lead up to it: 依次為速能科技."""
    return any(found.kind(page.folded[at:end]) == "company" for at in range(start + 1, end - 1))


def _may_be(page: Page, name: str, told: bool = False) -> bool:
    """Whether a firm may be called so; `told`: the words before it say that it is a firm's name."""
    if not 2 <= len(name) <= 6 or page.plain(name) or page.term(name) or (not told and is_person(page, name)):
        return False
    inside = CHAIN.search(name, 2)
    if _SAYS.search(name) or (inside and inside.end() < len(name)):
        return False  # 同行思特威發布了
    return not CHAIN.fullmatch(name) and name[0] not in PARTICLES | LIGHT and name[-1] not in "类型性级部"
