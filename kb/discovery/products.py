"""Products: in quotation marks or as model codes, beside the word for what they are."""

from __future__ import annotations

import re
from collections import Counter

from kb import lazy
from kb.discovery.brackets import PAREN, latin_name
from kb.discovery.endings import FIRM_RIGHT, HAN_CHAR
from kb.discovery.english import LAUNCHED_AS
from kb.discovery.found import Found
from kb.discovery.page import LIGHT, PARTICLES, Page
from kb.text import fold

THINGS = (
    "系列|架构|邮轮|渡轮|客轮|游轮|油轮|帆船|[椅鞋车酒表包这该一新此首]款|模[组块]|机型|机种|新机|小巴|巴士|皮卡|轿跑|护眼仪|平台|芯片|晶片|大模型|模型|电池|系统|车型|轿车|suv|mpv|跑车|休旅车|品牌|引擎|机器人|灵巧手|app|应用|软件|手机|游戏|手游|处理器|显卡|服务器|新药|疫苗|卫星|火箭|"
    "无人机|耳机|手表|眼镜|操作系统|数据库|助手|加速卡|产品线|货轮|咖啡机|内窥镜|超声|探测器|飞船|发动机|平板|电视|相机|投影仪|音箱|摩托车|电动车|挖掘机|叉车|风机|机组|逆变器|电芯|组件|"
    "球囊|假体|起搏器|手环|音响|冰箱|洗衣机|空调|扫地机|净水器|面霜|精华液|口红|香水|面膜|奶粉|酸奶|牵引车|重卡|卡车|客车|电堆|浏览器|智能体|输入法|"
    "光模块|交换机|机床|激光器|雷达|传感器|信用卡|小程序|电影|电视剧|专辑|饮料|啤酒|疗法|试剂盒|抗体|支架|导管|机械臂|机械狗|软[体件]|护养院|度假村|公寓|课程|餐具|插秧机|拖拉机|收割机|电梯|猫粮|狗粮|零食|火锅|奶茶|民宿|矿泉水|饮用水|白酒|护肤品|洗发水|牙膏|纸尿裤|影集|剧集|动画|漫画|绘本|镜片|悬架|底盘|电驱|减速器|佐剂|工具链|对话伙伴|智算集群|算力集群|助理"
)
_QUOTED = lazy.compile(r"[“「『\"]([^“”「」『』\"\n,。;:!?《》]{2,14})[”」』\"]")
_QUOTE_LEFT = lazy.compile(
    rf"(?:{THINGS})(?<!系列)(?<!品牌)(?<!系统)(?<!平台)(?<!应用)(?<!架构)(?:是|为|叫|名为|命名为|取名|代号|的)?$|(?:名为|命名为|取名为?|代号为?)$|(?:招牌|主力|明星|核心|拳头|旗舰|畅销)(?:产品|单品|新品)$|(?:招牌|明星单品|镇店)$"
    r"|(?:旗舰|招牌|核心|主打|主力)(?:服务|功能|计划)$|(?:知名|著名|独家|受欢迎|受关注|受瞩目)的(?:功能|服务)$|第[一二三四五六七八九十\d]{1,2}代产品$|第[二三四五六][颗款台艘]$|(?:自研|自主研发|自主开发)的$"
)
_DRUG = lazy.compile("(?:单抗|双抗|替尼|列净|列汀|沙班|他汀|帕利|鲁肽|西普)$")
_ONE_OF_MANY = lazy.compile(r"(?:邮轮|渡轮|客轮|游轮|油轮|货轮|帆船|飞船|卫星|[椅鞋车酒表包这该一新此首]款)$")  # what each has a name of its own
_QUOTE_RIGHT = lazy.compile(rf"(?:\([^()]{{2,24}}\))?(?:{THINGS})")
# What a name may stand beside that is no everyday word: 對話應用「小衍」, “玄枢240”燃料电池系统, “玄枢”是公司自研系统品牌.
_A_THING = lazy.compile(rf"(?:产品|单品|新品|保险|{THINGS})(?<!品牌)(?<!平台)(?<!应用)(?<!软件)$")
_RARE_LEFT = lazy.compile(rf"{HAN_CHAR}(?:系列|品牌|系统|平台|应用|架构)$|产品$|单品$")
_RARE_RIGHT = lazy.compile(rf"{HAN_CHAR}{{1,4}}(?:{THINGS})|是{HAN_CHAR}{{0,10}}(?:{THINGS})(?=[,。;])")

_DATED = lazy.compile(r"[\d一二三四五六七八九十百千万半几数每本上下当全去今明多][年月日元]|^[年月日元]")
_AFTER_ANOTHER = lazy.compile("[”」』][、和与及]$")
_LAUNCHED = lazy.compile(rf"(?:推出|发售|上市|主打|热卖|旗下|开发|研发|自研|打造|生产|设计)的?{HAN_CHAR}{{0,8}}(?<!战略)(?<!计划)(?<!口号)(?<!概念)$")  # 推出高端矿泉水“苗岭雪”

# Model codes: letters and digits, beside the word for what they are.
_CODE = lazy.compile(
    r"(?<![A-Za-z0-9.\-/&])([A-Z]{1,5}-?\d{1,4}[A-Z]{0,2}(?:-\d{1,3}(?:\.\d)?)?|[A-Z][a-z]{1,9}-\d{1,4})((?: (?:Pro|Max|Ultra|Plus|Mini|Air|Lite))?)(?![A-Za-z0-9%\-])(?!\.\d)"
)
NO_CODE = lazy.compile(  # standards, quarters, targets of drugs, paper sizes, money supply
    r"Q[1-4]|\dQ|H[12]|FY\d+|CY\d+|L\d|M[0-3]|A[34]|G\d+|T\d|V\d|B2|C2|P\d|FP\d+|BF\d+|INT\d+|TF\d+|UINT\d+|DDR\d\w*|LPDDR\d\w*|GDDR\d\w*|HBM\d\w*|USB\d|PM\d+|CO2|SO2|H2O|"
    r"ISO-?\d+|IP\d\d|GLP-?\d|PD-?\d|IL-?\d+\w?|CD\d+|HER\d|CAR-?\d|JAK\d|VEGF\d*|COVID-?\d+|MP\d|F1|CSI-?\d+|S&P\d*|STAR\d+|RFC\d+|GB\d+|HS\d+|US\d+|RMB\d+|HK\d+|NT\d+|EUR?\d+|USD\d+|CNY\d+|"
    r"IPV\d|WIFI\d?|SHA\d+|UTF-?\d+|IEEE\d+|ASIL-?\w|N\d|TOP\d+|TOP-\d+|ST\d+|X86|ARM\d|BRICS\d*|Y\d{4}|AI\d|MI\d{0,1}|NO\d+|COP\d+|RTX?\d*|SIL\d|PCIE\d?|TIER-?\d|DEC-?\d+|JAN-?\d+|MAY-?\d+|JUNE?-?\d+|JULY?-?\d+|PHASE-?\d|SERIES-?\d",
    re.I,
)
# 鯤翎二號; not 地鐵二號線, 十月二號.
_IN_A_ROW = lazy.compile(r"([\u3400-\u9fff]{1,6}?)(?:[一二三四五六七八九十]+|\d+)([号代型])")
_MARKED_NUMBER = lazy.compile(r"[“「『\"]([\u3400-\u9fff]{1,6}?)(?:[一二三四五六七八九十]+|\d+)([号代型])(?=[”」』\"])")
_NUMBERED = lazy.compile(
    rf"({HAN_CHAR}{{2}})[一二三四五六七八九十]{{1,2}}号(?!线|楼|门|院|厂|店|文|公告|令|码|航站|地块|基金|矿|井|机组|高炉|仓|库|馆|炉|机[^器])"
)
_COMPOUND = lazy.compile(r"[A-Z]{2,4}-\d{2,4}[A-Z]?")  # as drugs are called before they have a name: YH-217
_OFTEN = 2
_WITH_MARK = lazy.compile(r"(?<=[\u3400-\u9fff]) ?(?:Air|Pro|Max|Ultra|Mini|Plus|Lite|SE)(?: ?\d{1,2})?(?![A-Za-z])")
_CODE_LEFT = lazy.compile(
    r"(?:[\u3400-\u9fff][药剂抗]|抗体|疗法|suv|mpv|轿车|车型|新车|跑车|皮卡|芯片|晶片|处理器|显卡|加速卡|(?<!股票)(?<!证券)(?<!股份)代号|名[为叫]|称[为作]|新药|药物|候选药|疫苗|手机|平板|型号|机型|机器人|传感器|无人机|相机|耳机|客机|飞机|旗舰|产品|模型|系列|推出|发布|电池|gpu|cpu|soc|"
    r"(?<![a-z])(?:model|chips?|drugs?,?|candidate,?|vaccine,?|jab,?|compound,?|sensors?|robots?|suv|sedan|car|phone|drone|gpu|processor|aircraft|vaccine|compound|accelerator)) ?$"
)
_CODE_RIGHT = lazy.compile(
    r" ?(?:芯片|晶片|处理器|显卡|加速卡|手机|平板|机器人|传感器|无人机|相机|客机|车型|轿车|suv|mpv|系列|注射|胶囊|片剂|量产|流片|上市|售价|治疗|用于|轴距|续航|gpu|cpu|soc|"
    r"(?:sensors?|chips?|processors?|gpus?|robots?|drones?|suv|sedan|phones?|vaccine|model|accelerators?|injection|tablets?|card|aircraft|engine|units?|systems?|series)\b)"
)


# What a number counts that is no edition: 霧花2.5億, "Glide 3月".
UNIT = "[%年月日号万亿萬億千百元美港澳英欧日台新人个個家套件款种種颗顆份次小分秒吋寸英倍岁歲位间間城座天周週成层層辆輛部支枚张張片代]"
_WORD_BEFORE = lazy.compile(r"(?<![A-Za-z])(?<![A-Za-z] )([A-Z][a-z]{2,}[A-Z]?[a-z]*) $")
_LEADING = lazy.compile(r"(?:The|This|That|Its|Their|Our|New|And|But|With|Model|Drug|Vaccine|Compound|Candidate|Chip|Like|Unlike|Both|While|When|For|Flagship|Rival|Meanwhile|Type) ")
_HAN = lazy.compile(r"[\u3400-\u9fff](?<![第为至达约的])")
_PASSED = lazy.compile(r"(?:已|将|正|目前|刚)(?:通过|送样|获[批得准]|进入|取得|完成|首飞|投产|列装|交付|量产|上市|开卖)|(?:良率|单价|售价|功耗|效率|续航|毛利|产能)")  # 連接器CM-88已通過
_MARKED = lazy.compile(r"[“「『][a-z0-9 -]+[”」』]")  # 第三代炉“HX-8”


def quoted(page: Page, found: Found) -> None:
    """Names in quotation marks beside the word for what they are."""
    before = ""
    for match in _QUOTED.finditer(page.folded):
        name = match.group(1).strip()
        left, right = (
            page.folded[max(0, match.start() - 10) : match.start()],
            _QUOTE_RIGHT.match(page.folded, match.end()),
        )
        rare = len(name) <= 6 and not name.isascii() and not page.plain(name)
        named = bool(_QUOTE_LEFT.search(left)) and (len(name) <= 4 or (rare and (_ONE_OF_MANY.search(left) or _DRUG.search(name))) or name.isascii() or left.endswith(("为", "号")))
        chained = bool(_AFTER_ANOTHER.search(left)) and found.kind(before) == "product"
        before = name
        beside = rare and bool(chained or _LAUNCHED.search(page.folded, max(0, match.start() - 18), match.start()) or (len(name) <= 4 and _RARE_LEFT.search(left)) or _RARE_RIGHT.match(page.folded, match.end()))
        if (
            not (named or right or beside)
            or name.endswith(("式", "型", "化", "性", "端", "级", "+"))
            or set(name) & set("的了是我你+") or _DATED.search(name)
        ):
            continue
        if name.isascii() and (page.word(name) or page.text[match.start(1)].islower()):
            continue
        if not name.isascii() and page.plain(name) and not (named and len(name) <= 4 and not page.term(name)):
            continue
        raw = page.text[match.start(1) : match.end(1)].strip()
        bracket = PAREN.match(page.folded, match.end())
        latin = page.text[bracket.start(1) : bracket.end(1)] if bracket else raw
        kind = "company" if not raw.isascii() and not raw[-1].isdigit() and not _A_THING.search(left) and FIRM_RIGHT.match(page.folded, match.end()) and not latin_name(latin) else "product"  # 品牌「野萃山」宣布
        found.add(kind, "" if raw.isascii() else raw, latin if latin_name(latin) else "")


def codes(page: Page, found: Found) -> None:
    """Model codes beside the word for what they are, and their sisters: YH-105 where YH-217 is one."""
    codes = [m for m in _CODE.finditer(page.text) if not NO_CODE.fullmatch(m.group(1)) and not _behind_word(page, found, m.start())]
    often = Counter(m.group(1) for m in codes)
    sure = {
        _series(m.group(1))
        for m in codes
        if _MARKED.match(page.folded, m.start() - 1)
        or LAUNCHED_AS.search(page.text, max(0, m.start() - 100), m.start())
        or (_HAN.match(page.folded, m.start() - 1) and _PASSED.match(page.folded, m.end()))
        or (often[m.group(1)] >= _OFTEN and _COMPOUND.fullmatch(m.group(1)))
        or _of_a_firm(page, found, m.start()) or _CODE_LEFT.search(page.folded[max(0, m.start() - 14) : m.start()]) or _CODE_RIGHT.match(page.folded, m.end())
    }
    for match in codes:
        if _series(match.group(1)) in sure:
            found.add("product", en=match.group(0))


def _behind_word(page: Page, found: Found, start: int) -> bool:
    """Whether a word of the same name stands before a code: the S2 of a Mirrel S2 is no name of its own."""
    before = _WORD_BEFORE.search(page.text, max(0, start - 20), start)
    return before is not None and found.kind(before[1]) != "company" and not page.term(before[1].lower()) and not _LEADING.match(before.group())


def _of_a_firm(page: Page, found: Found, start: int) -> bool:
    """Whether a firm's name stands right before a code: 凯锁K70."""
    return any(found.kind(page.folded[start - n : start]) == "company" for n in range(2, 7))


def with_mark(page: Page, found: Found) -> None:
    """Firms' and products' names with a mark of what is sold: 鹿可Air, where it comes twice."""
    for match in _WITH_MARK.finditer(page.text):
        for size in range(2, 7):
            start = match.start() - size
            name = page.text[max(0, start) : match.end()]
            if found.kind(page.folded[max(0, start) : match.start()]) and page.text.count(name) >= _OFTEN and not found.kind(name):
                found.add("product", zh=name)


def numbered(page: Page, found: Found) -> None:
    """Names with a number: 鯤翎二號, where the text has it twice or has its sister 鯤翎一號."""
    stems = Counter(m.group(1) for m in _NUMBERED.finditer(page.folded))
    for match in _NUMBERED.finditer(page.folded):
        stem, start = match.group(1), match.start()
        if stems[stem] < _OFTEN or set(stem) & (PARTICLES | LIGHT) or page.folded[start - 1 : start] == "第":
            continue
        found.add("product", zh=page.text[start : match.end()])
    known = {(m[1], m[2]) for d in found.drafts() if d.kind == "product" and d.zh and (m := _IN_A_ROW.fullmatch(fold(d.zh)))}
    for match in _MARKED_NUMBER.finditer(page.folded):  # “垣二号”, where “垣一号” is one
        if (match[1], match[2]) in known and not found.kind(page.folded[match.start() + 1 : match.end()]):
            found.add("product", zh=page.text[match.start() + 1 : match.end()])


def _series(code: str) -> str:
    return re.sub(r"\d", "0", re.sub(r"\.\d$", "", code))  # HL236-14 is a sister of HL268-18.5
