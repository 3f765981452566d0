"""Chinese companies by their endings or by what only companies do, and their shortened names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from kb import lazy
from kb.discovery.commons import is_kind, is_part
from kb.discovery.endings import (
    BOOKS_RIGHT,
    CHAIN,
    CHAIN_END,
    ENDS,
    FIRM_RIGHT,
    HAN_CHAR,
    KIND,
    LIKELY_RIGHT,
    after_firm,
    begins,
    behind_kind,
    lead_in,
    of_a_source,
    placed,
    told_as_firm,
    vote,
)
from kb.discovery.found import Draft, Found
from kb.discovery.page import LIGHT, PARTICLES, Page, as_printed, han
from kb.discovery.people import SURNAMES
from kb.discovery.rows import rowed
from kb.text import fold

_OWNED = frozenset(
    "全资 独资 合资 参股 外资 中资 国资 民营 头部 国产 多家 自研 自办 自营 自建 自有 车规 智驾 混动 增程".split()
)  # never the name itself
# Before 汽车 or 银行 these tell which kind of it is meant.
DESCRIBES = _OWNED | frozenset(
    "中国 我国 全国 全球 世界 国内 国外 海外 境外 境内 美国 日本 韩国 德国 法国 英国 印度 俄国 欧洲 欧美 亚洲 非洲 东南亚 大陆 内地 台湾 香港 本土 本地 当地 地方 区域 "
    "大型 中型 小型 中小 龙头 传统 新兴 主流 主要 其他 其它 部分 多数 所有 各大 各家 国有 国营 私营 私人 公立 内资 上市 自主 进口 出口 新型 高端 中端 低端 豪华 普通 "
    "专业 综合 商业 商用 乘用 民用 军用 工业 农业 消费 家用 家庭 个人 企业 公司 集团 行业 产业 市场 整体 数字 智能 智慧 人工 电动 燃油 纯电 氢能 绿色 清洁 再生 可再生 "
    "互联网 网络 移动 线上 线下 在线 云端 社交 医疗 健康 基础 核心 关键 先进 高新 现代 未来 下游 上游 中游 主营 金融 信息 生物 电子 通用 专用 特种 航空 航天 海洋 城市 农村 "
    "城商 政策性 开发性 互联 车载 动力 储能 光伏 风电 半导体 相关 有关 本次 此次 首批 首家 一家 这家 代理 委托 第三方 跨境 国际 同业 同行 竞争 合作 投资 战略 财务 独立 "
    "家族 公募 私募 主权 在营 待开业 已开业 新开业 开业 在建 筹建 加盟 直营 自营 自有 管理 养老 社保 指数 股票 债券 货币 二手 报废 存量 新增 老年 成人 儿童 职业 在职 高等 义务 学前 常规 中央 外国 多国 各国 他国 本国 部份 类似 同类 "
    "能源 化工 环保 交通 物流 通信 通讯 软件 硬件 文化 旅游 体育 娱乐 教育 建筑 房地产 地产 食品 餐饮 零售 电力 电气 机械 材料 化学 医药 制药 保险 证券 银行 基金 科技 "
    "知名 著名 优质 优秀 领先 一线 二线 三线 实体 虚拟 平台 系统 终端 客户 用户 厂商 供应商 子公司 总部 海上 陆上 地面 高速 低速 中药 西药 创新 仿制 重型 轻型 微型 "
    "社会 人力 风险 耐心 注册 自有 股权 债务 营运 固定 产业 国际 一级 二级 权益 外来 监管 附加 普惠 民间 民生问题 消费者 机构 散户 外部 内部 前端 后端 边缘 数据 开源 闭源 主控 电源 射频 模拟 逻辑 存储 传感 驱动 显示 触控 功率 感测 控制 安全 蓝牙 基带 光电 图像 影像 语音 推理 训练 端侧 车用 手机 主机 服务器 交换 时钟 接口 音频 视频 基因 安防 座舱 图形 计算 运算 加速 量子 类脑 量产 试产 一体 一站式 全自动 自动 无人 有人 载人 低空 户用 英资 美资 日资 韩资 德资 法资 港资 台资 陆资 中资 分红 利变 投连 终身 定期 储蓄 商品 大宗 有色 黑色 贵重 稀有".split()
)

_SAYS_OF = frozenset("指称说料估看做买卖投由被把对在从向为是按将以因受令让使用靠")
_CLIMBS = frozenset("拾登")  # 拾级, as no rank or class
_OFFICES = frozenset("方局部署会院府委办处司厅组团队社报人者员家长")  # 校方宣布
_CAME_FROM = lazy.compile("来自|任职于|供职于|出身")  # 童佩珊則來自|會計師事務所
_NO_FIRST = lazy.compile(
    "[这那如需做要]|由[原前现新]|专做|从事|打进|切入|计入|扣除|包括|此前|此后|先前|目前|曾|她|他|它|我|你|您|谁|转|所|购回|回购|受让|全球"
)  # words that lead up to a name, never its beginning

_ACTOR = lazy.compile(
    rf"(?:^|[,。;:!?\n]|\d日(?:晚间|晚)?|[近今昨]日|日前)({HAN_CHAR}{{2,5}}?)(?=(?:\d+月\d+日|早前|此前|日前|随后)?(?:亦|也|则)?(?:发布|公布|披露|宣布|公告|递交|签署|推出))",
    re.M,
)

_COUNTED = lazy.compile(r"[两一二三四五六七八九十几数多每各半首][座家个只条款项支艘架台辆列处所间片块批组套份颗枚名位股]")  # 两座机场
_SO_MANY_FIRMS = lazy.compile(r"[两三四五六七八九]家")  # 四家城商行: how many of a kind, and nobody's name
_NOT_IN_NAMES = PARTICLES | LIGHT | frozenset("了所这那")
_NAMELIKE = frozenset("达元成亿")
_NAMELIKE_APART = _NAMELIKE | frozenset("和中上一大新同小太数")
_SURE, _CERTAIN = 2, 4  # votes
_LONGEST = 4  # characters of a name's own part
_OWN = 2  # characters of a name's own part, most often; and times
_LONGER = 3  # characters of a name's own part that hold a word by chance
_FIRMS_ONLY = lazy.compile("(?:集团|控股|股份|人寿|财险|产险|寿险|影业|药业|锂业|矿业|重工|证券|农商银行|资本|创投|投行)$")  # no kind of thing ends so
# Seldom a kind of thing, where what stands before is no word.
_FIRMS_MOSTLY = lazy.compile(
    "(?:集团|控股|股份|证券|投顾|投信|人寿|财险|产险|寿险|资本|创投|银行|航空|航运|海运|影业|药业|生技|乳业|牧业|矿业|锂业|重工|置业|实业|咨询|工作室|新材|五金|酿造|工坊|酒庄|运输|互娱|网游|传媒|制药|药房|酒业|航天|航太|化工|生物|科技|国际|文创|邮轮|"
    "饮食|造船|速运|快运|供应链|百货|种业|果业|茶业|渔业|建材|钢铁|特钢|家纺|鞋业|地产|半导体|微电子|测控|船厂|轮船|调研|微装|精密|电机|电梯|扶梯|租车|投资|基金|信托|光学|光电|食品|置地|航太|石化|工业|电气|重机|建工|商贸|物产)$"
)
_NAMES_ONLY = lazy.compile("(?:会计师|律师)事务所$")
_INVESTS = lazy.compile("(?:等)?(?:共同|联合|独家)?(?:领投|跟投|参投)")
# Of these the ones that nothing but a firm has, whatever stands before them.
FIRMS_NAMED = lazy.compile("(?:集团|控股|股份|证券|投顾|投信|人寿|财险|产险|寿险|资本|创投|影业|药业|生技|乳业|牧业|矿业|锂业|重工|工坊|酒庄|互娱|网游|传媒|制药|酒业|生物|科技|文创|邮轮|速运|快运|百货|种业|家纺|特钢|微电子|船厂|精密|租车)$")
_CLEAN = lazy.compile(r"(?:^|[,。;:!?\n“「]|(?:^|[,。;:!?\n])[但而惟])$")
_VENTURE = lazy.compile("(?:创投|药业|影业|人寿|重工)$")
_HOLDS = lazy.compile(r"[已则也亦仍]|为第|投了|[在于]\d|持股|持有|领投|跟投|\d")  # 拾級創投已在本輪出售
_POSTED = lazy.compile("资深|首席|高级|助理|联席|独立|知名|策略|宏观")
_KIND = lazy.compile(KIND)
_REACH = 14  # characters
_DOES = lazy.compile("(?:制造|研究|检测|运输|出版|发射|担保|拍卖|护理|工程|建设|包装|印刷)$")
_MARK = lazy.compile("[,。;:\n]")
_LAST_END = lazy.compile(rf"(?<=..)(?:{ENDS})$")
_END_NEXT = lazy.compile(ENDS)


def companies(page: Page, found: Found) -> None:
    """Names with a company's ending that stand, at least once, where only a name stands."""
    votes: Counter[str] = Counter()
    places: dict[str, int] = {}
    ends: dict[str, int] = {}  # of a name's own part
    every: list[tuple[int, int]] = []
    words: set[str] = set()
    sure: set[str] = set()  # behind what kind of firm they are
    for at, end in chains(page):
        chain = page.folded[at:end]
        run = page.run(at, 12)
        after = run.rfind("的") + 1
        run = run[after:] if len(run) - after > 1 else run  # no name holds one: 同城的|恆織集團
        if len(run) < 2:
            continue
        begin, more = _begin(page, run, chain)
        former = run[begin] in "原前" and len(run) - begin > 2 and _POST_NEXT.match(page.folded, end) is not None
        begin += former  # 由原|凜山物流|技術副總裁
        core = run[begin:]
        if _tells_a_kind(page, core, chain, end):
            continue
        word = _a_word(page, core)
        start = at - len(core)
        name = page.folded[start:end]
        if (page.plain(core) and not word and not more) or (word and page.word(name)) or no_name(core) or _made_by(page, start, end):
            continue
        places.setdefault(name, start)
        ends[name] = places[name] + len(core)
        every.append((start, end))
        words.update([name] if word else [])
        least = _least(page, start, end, run, "" if word or more else core)
        more_needed = name not in votes and not least and word and not _FIRMS_ONLY.search(name) and not _both_sides(page, start, end)
        cast = max(vote(page, start, end), _SURE * (former or _whose(page, found, end) or _HOUSE.match(page.folded, end - 2) is not None))
        sure.update([name] if cast >= _CERTAIN else [])
        votes[name] = max(votes[name], least) + cast + begins(page, start, end) - 2 * more_needed
    owns = {name: page.folded[start : ends[name]] for name, start in places.items()}
    alike = Counter(owns.values())
    for name, own in owns.items():  # 驭岚 is of 驭岚汽车 rather than of 驭岚芯片团队
        votes[name] += votes[name] == 1 and alike[own] == 1 and _stands_short(page, own)
    for row in rowed(page, every):  # beside a name that is no everyday word, one that is stands as a name too
        votes.update(dict.fromkeys(row, 2 if words.issuperset(row) else 4))
    for name, beside in _joined(page, every):
        if votes[name] >= _SURE and ((votes[beside] == 1 and beside not in words) or _FIRMS_ONLY.search(beside)):
            votes[beside] = _SURE  # 匯嶺國際與建瑞證券: what stands beside a firm is one too
    for name, cast in votes.items():
        if cast < _SURE or (name.endswith("股份") and name.removesuffix("股份") in found.by_name):
            continue
        only = _FIRMS_ONLY.search(name) and unlike_words(page, owns[name])  # 雲岑港集團, of whose port the throughput is told
        told_of = name not in sure and not only and (is_part(page, found, name) or is_kind(page, owns[name], ended=True))
        if told_of or _goes_past(page, name, votes) or _made_by_namesake(found, name, owns[name], alike):
            continue
        longer = any(name.endswith(n) and n != name for n in found.by_name)
        if not longer and not any(name != n and n in page.known and not _goes_on(page, name, n) and not CHAIN.fullmatch(n) for n in (name[:2], name[:3], name[-4:])):
            found.add("company", zh=page.text[places[name] : places[name] + len(name)])


# What a house's analyst looks at stands behind the house: 泊岸證券|銀行業分析師.
_HOUSE = lazy.compile(
    rf"(?P<house>证券|投顾|投信|资本|研究|咨询|顾问|期货|资管|国际|银行|基金)(?=(?:{ENDS}|{HAN_CHAR}{{2}})?(?:与?{HAN_CHAR}{{2}})?(?:行业|产业|板块|业)?的?(?:首席|资深|高级|联席)?(?:分析师|分析员|研究员|策略师))"
)
_MADE_END = lazy.compile("(?:机器人|系统|芯片|电池|软件|软体|游戏|卫星)$")
_THING_END = lazy.compile("(?:汽车|材料|电源|光伏|饮料|食品|酒店|餐饮|咖啡|咖啡馆|超市|百货|药房|药妆|餐厅|平台|电商|茶饮|烘焙|服饰|服装|家居|美妆|玩具|书店|诊所|连锁|民宿|电器|家电|零售|生鲜|影视|动漫|视频|音乐|健康)$")
_OF_A_PORT = lazy.compile("港(?:务|口)?(?:集团|股份|控股)*")  # 雲岑 of 雲岑港務集團
_POST_NEXT = lazy.compile("(?:技术|投资|财务|运营|营运|市场|产品|研发|销售)?(?:副?总裁|副?总监|副?总经理|首席|行长|董事|主管|负责人)")
_CHAINED_ON = lazy.compile("(?<=..)供应链$")  # 打進遠岑汽車|供應鏈


def _tells_a_kind(page: Page, core: str, chain: str, end: int) -> bool:
    """Whether an ending and what stands before it tell what kind of thing or firm something is."""
    if page.folded[end : end + 1] in tuple("“「『") and (_MADE_END.search(chain) or (_THING_END.search(chain) and not unlike_words(page, core))):
        return True  # 料箱机器人“云雀”, 社区超市“邻小鲜”
    if "得" in core[1:-1] or "的" in core:
        return True  # 玩得起的|游戏
    return len(core) == 2 and core[0] in _SAYS_OF and page.word(core[1] + chain)  # 指|房地產


def chains(page: Page) -> Iterator[tuple[int, int]]:
    """Where endings of names stand, without what is told of a firm behind its name."""
    for match in CHAIN.finditer(page.folded):
        house = _HOUSE.match(page.folded, match.start())
        chained = _CHAINED_ON.search(match.group())
        yield match.start(), house.end("house") if house else match.start() + chained.start() if chained else match.end()


def _whose(page: Page, found: Found, end: int) -> bool:
    """Whether somebody is told to be of what ends at a place: 宸嶼顧問的范嘉木."""
    return page.folded[end : end + 1] == "的" and any(found.kind(page.folded[end + 1 : end + 1 + n]) == "person" for n in (3, 2))


def no_name(core: str) -> bool:
    """Whether nobody's name has such a part of its own."""
    graded = core[-1] == "级" and not (len(core) == _SURE and core[0] in _CLIMBS)
    return len(core) > _LONGEST or graded or core[-1] in "型类性式转再拟增总对与及或系" or core in DESCRIBES or bool(_NO_FIRST.match(core) or _CAME_FROM.search(core) or _COUNTED.fullmatch(core) or _SO_MANY_FIRMS.match(core))


def _stands_short(page: Page, own: str) -> bool:
    """Whether a name's own part stands as a name without its ending: 康途医疗, where 康途推出 stands too."""
    places = (at for at in page.places(own) if not _END_NEXT.match(page.folded, at + len(own)))
    return unlike_words(page, own) and any(vote(page, at, at + len(own)) >= _SURE for at in places)


def _made_by(page: Page, start: int, end: int) -> bool:
    """Whether what ends a name is what the firm does: 電源模組由供應商敏達電通|製造."""
    by = page.folded.rfind("由", max(0, start - _REACH), start)
    return by >= 0 and bool(_DOES.search(page.folded, start, end)) and not (page.folded[end : end + 1] and han(page.folded[end])) and not _MARK.search(page.folded, by, start)


def _made_by_namesake(found: Found, name: str, own: str, alike: Counter[str]) -> bool:
    """Whether a name is of what the firm of the same name makes: 溪壤芯片累計出貨, where there is 溪壤科技."""
    firms = (fold(d.zh) for d in found.drafts() if d.kind == "company" and d.zh)
    return bool(_MADE_END.search(name)) and (alike[own] > 1 or any(f != name and f.startswith(own) and CHAIN.fullmatch(f, len(own)) for f in firms))


def _goes_past(page: Page, name: str, votes: Counter[str]) -> bool:
    """Whether the last part of a name is a word of what follows: 星軌科技|衛星失聯, where 星軌科技 comes more often."""
    last = _LAST_END.search(name)
    short = name[: last.start()] if last else ""
    again = len(short) >= _LONGER and page.folded.count(short) > 2 * page.folded.count(name) and (votes[short] >= 1 or CHAIN_END.search(short))
    return bool(again and CHAIN_END.search(short))


# What a kind of firm goes on with, and no firm's name: 高端製藥|行業.
_OF_ITS_KIND = lazy.compile("(?:的)?(?:行业|产业|板块|领域|赛道|市场|公司|企业|厂商?|业者|类股?|股|巨头|龙头|人才|专业)")


def _least(page: Page, start: int, end: int, run: str, core: str) -> int:
    """How many votes a name at a place has whatever stands around it; `core`: its own part, where that is no word."""
    name = page.folded[start:end]
    if _NAMES_ONLY.search(name) or (core and (told_as_firm(page, start) or behind_kind(page, start)) and unlike_words(page, core)):
        return _SURE  # 業主恒匯地產加租
    mostly = _FIRMS_MOSTLY.search(name)
    if _VENTURE.search(name) and _CLEAN.search(page.folded, max(0, start - 2), start) and _HOLDS.match(page.folded, end):
        return _SURE  # 拾級創投已在本輪出售
    told = core and mostly and 2 <= len(core) <= 3 and told_as_firm(page, start)
    if told and (_FIRMS_ONLY.search(name) or unlike_words(page, core, apart=True)):
        return _SURE  # 老股東木星灣資本, where 木星 is a word
    if core and core == run and FIRMS_NAMED.search(name) and page.folded[start - 1 : start] in ("", "\n") and (unlike_words(page, core, apart=True) or page.folded.count(core) > page.folded.count(name)) and not _OF_ITS_KIND.match(page.folded, end):
        return _SURE  # a paragraph that begins with one goes on about it: 岑野科技走另一條路
    if core and _strange(page, start, run[: len(run) - len(core)], core):
        return _SURE if mostly or placed(page, start, end) else 1  # 另有灼衡諮詢
    return int(bool(core) and len(core) == _LONGER and core == run and mostly is not None)  # 海德威光電, where 海德 is a word


def _begin(page: Page, run: str, chain: str) -> tuple[int, bool]:
    """Where in `run` a name begins that goes on with `chain`, and whether a known one is only its beginning."""
    lead = lead_in(page, run)
    begin = lead + page.tail(run[lead:]) if len(run) - lead >= 2 else 0
    kinds = [m.end() for m in _KIND.finditer(run)]
    if kinds and 2 <= len(run) - kinds[-1] <= 4:
        begin = kinds[-1] + (run[kinds[-1]] in "为是叫" and len(run) - kinds[-1] > 2)  # 辅导机构为中岳证券
    told = after_firm(run)
    begin = told if told and unlike_words(page, run[told:]) else begin
    begin += run[begin] in "厂店股" and len(run) - begin > 2  # 台资厂|奇铄科技
    verb = max(run.rfind(c, begin, len(run) - 1) for c in "是在")
    begin = verb + 1 if begin < verb < len(run) - 2 else begin  # 盧清川是|京岳律師事務所
    more = 3 <= len(run) - lead <= 4 and len(run) < 12 and run[lead:-1] in page.known and _goes_on(page, run[lead:] + chain, run[lead:-1])
    return (lead if more else begin), more  # 邁瑞達製藥 is not 瑞達製藥


def _both_sides(page: Page, start: int, end: int) -> bool:
    """Whether a firm is told of before a name and a firm's doing behind it: 老股東雲杉創投跟投, 由海岬資本領投, 疫苗企業恩溪生物和….

    Likewise whose figures are given or who is of it: 據調研機構北極星諮詢估計, 但港岸研究的分析師.
    """
    invests = _INVESTS.match(page.folded, end)
    if of_a_source(page, start, end) or (_HOUSE.match(page.folded, end - 2) and _CLEAN.search(page.folded, max(0, start - 2), start) and not _POSTED.match(page.folded, start)):
        return True
    if behind_kind(page, start) and FIRMS_NAMED.search(page.folded, start, end):
        ends = not han(page.folded[end : end + 1] or " ") or page.folded[end] in "与和及"
        return bool(ends or LIKELY_RIGHT.match(page.folded, end) or FIRM_RIGHT.match(page.folded, end))
    return bool(invests or (told_as_firm(page, start) and (FIRM_RIGHT.match(page.folded, end) or BOOKS_RIGHT.match(page.folded, end))))


def _strange(page: Page, start: int, left: str, core: str) -> bool:
    """Whether what may be a name's own part is of no words and nothing before it goes on into it."""
    before = page.folded[start - 1 : start] if left else ""
    apart = not left and not page.folded[start - 1 : start].isdigit()
    return 2 <= len(core) <= 3 and unlike_words(page, core, apart) and (not left or page.plain(left) or page.word(left[-2:])) and not (before and page.word(before + core[0]))


def unlike_words(page: Page, core: str, apart: bool = False) -> bool:
    """Whether nothing in what may be a name's own part is an everyday word; `apart`: no words stand right before it."""
    if apart:  # 中阜證券, 景和資本
        light = not _NOT_IN_NAMES.isdisjoint(set(core) - _NAMELIKE_APART) or _NOT_IN_NAMES.issuperset(core)
    else:
        light = core[:1] in _NOT_IN_NAMES or not _NOT_IN_NAMES.isdisjoint(set(core) - _NAMELIKE)  # 優達, but not 達優
    return not light and not any(page.word(core[i : i + 2]) for i in range(len(core) - 1))


def _joined(page: Page, places: list[tuple[int, int]]) -> list[tuple[str, str]]:
    """Return the names that nothing but an "and" parts, each way round."""
    pairs = [
        (page.folded[a:b], page.folded[c:d])
        for (a, b), (c, d) in pairwise(sorted(places))
        if page.folded[b:c] in ("、", "与", "和", "及", "以及")
    ]
    return [*pairs, *((b, a) for a, b in reversed(pairs))]


def _goes_on(page: Page, name: str, known: str) -> bool:
    """Whether a name only begins like a known one: 邁瑞達製藥 is not 邁瑞, 小米汽車 is 小米."""
    own = CHAIN_END.sub("", name)
    while (shorter := CHAIN_END.sub("", own)) != own:
        own = shorter
    rest = own[len(known) :]
    if page.word(name[len(known) :]):
        return False  # 內地房地產
    return name.startswith(known) and len(rest) == 1 and rest not in (PARTICLES | LIGHT | frozenset("云系网")) - frozenset("达元成亿")


def _a_word(page: Page, core: str) -> bool:
    """Whether a name's own part is one everyday word that describes nothing: 远航汽车, but not 国内汽车.

    Such a name needs more places to be believed.
    """
    return 2 <= len(core) <= 3 and page.word(core) and core not in DESCRIBES


def actors(page: Page, found: Found) -> None:
    """Names without an ending, before a verb of announcing, that come at least twice."""
    for match in _ACTOR.finditer(page.folded):
        name = match.group(1)
        told = after_firm(name)
        begin = max(lead_in(page, name), told)
        name = name[begin:]
        looks_a_person = not told and name[0] in SURNAMES and len(name) <= 3
        if len(name) < 2 or page.plain(name) or page.tail(name, 5) or looks_a_person or name in found.by_name:
            continue
        if any(page.word(name[:n]) or (len(name) - n > 1 and page.word(name[n:])) for n in range(2, len(name))) or set(name) & PARTICLES:
            continue
        if page.folded.count(name) >= 2 or (len(name) > 2 and unlike_words(page, name) and name[-1] not in _OFFICES):
            found.add("company", zh=page.text[match.start(1) + begin : match.end(1)])


def shortened(page: Page, found: Found) -> None:
    """驭岚 for 驭岚汽车, where the text itself says so and no other name is shortened alike."""
    shorts: dict[str, list[Draft]] = {}
    for draft in found.drafts():
        name = fold(draft.zh)
        for size in range(len(name) - 1, 1, -1) if draft.kind == "company" else ():
            short, rest = name[:size], name[size:]
            ending = CHAIN.fullmatch(rest) or _OF_A_PORT.fullmatch(rest) or short[-1:] + rest == "微电子" or page.plain(rest)
            if (ending and _alone(page, short, rest)) or _goes_by(page, short, rest):
                shorts.setdefault(short, []).append(draft)
    for draft in found.drafts():
        _in_brackets(page, draft)
        _lengthened(page, found, draft)
    for name, every in shorts.items():
        drafts = _of_one(page, name, every)
        other = found.by_name.get(name)
        bare = other is not None and other.kind == "company" and [fold(n) for n in other.names()] == [name]
        if len(drafts) == 1 and (other is None or bare):  # found by itself too: it is the same company
            drafts[0].aliases.append(as_printed(page, name))
            found.by_name[name] = drafts[0]


def _of_one(page: Page, short: str, drafts: list[Draft]) -> list[Draft]:
    """The firms that a short form may be of, without those that are the same one or a part of it abroad: 錦羅紡織, not 錦羅越南."""
    if len(drafts) > 1:
        drafts = [d for d in drafts if CHAIN.fullmatch(fold(d.zh)[len(short) :])] or drafts
        titled = [d for d in drafts if fold(d.zh) in page.folded.partition("\n")[0]]
        drafts = titled if len(titled) == 1 else drafts  # 海嶺 is whom the text is about, not its 海嶺冷鏈
        called = [d for d in drafts if d.en or d.tickers] or drafts
        drafts = called if len(called) == 1 else drafts  # 嵩泰 is 嵩泰電梯(Songtai), not its 嵩泰智聯
        first = min(drafts, key=lambda d: len(d.zh))
        drafts = [d for d in drafts if d is first or not fold(d.zh).startswith(fold(first.zh))]
    return drafts


def _lengthened(page: Page, found: Found, draft: Draft) -> None:
    """Add the name with its ending where the text has that too: 星澜汽车 of a 星澜 that was found without it."""
    name = fold(draft.zh)
    if draft.kind != "company" or len(name) < _SURE or CHAIN_END.search(name):
        return
    others = [n for n in found.by_name if n != name and n.startswith(name)]
    if len(others) == 1 and draft.en and CHAIN.fullmatch(others[0], len(name)) and found.by_name[others[0]].names() == [as_printed(page, others[0])]:
        draft.aliases.append(as_printed(page, others[0]))  # found by itself too: it is the same company
        found.by_name[others[0]] = draft
    if others:
        return
    longer = Counter(name + m[0] for at in page.places(name) if (m := _END_NEXT.match(page.folded, at + len(name))) and _MARK_NEXT.match(page.folded, m.end()))
    for whole, _ in longer.most_common(1):
        if not page.term(whole):
            draft.aliases.append(as_printed(page, whole))
            found.by_name[whole] = draft


# A name goes on no further: 星澜汽车一家, 星澜汽车2月.
_MARK_NEXT = lazy.compile(r"[^\u3400-\u9fff]|$|[一的是则也将在已和与及]|宣布|公布|披露|发布|表示")
_SHORT_FORM = lazy.compile(rf"\(({HAN_CHAR}{{2,4}})\)")


def _in_brackets(page: Page, draft: Draft) -> None:
    """Add the short form that stands in brackets behind a name: 信通環球(信通)."""
    name = fold(draft.zh)
    behind = (_SHORT_FORM.match(page.folded, at + len(name)) for at in page.places(f"{name}(")) if draft.kind == "company" and name else ()
    told = next(filter(None, behind), None)  # no pattern with the name in it, which takes longer to compile than to search for
    if told and len(told[1]) < len(name) and re.search(".*".join(told[1]), name) and not page.term(told[1]):
        draft.aliases.append(page.text[told.start(1) : told.end(1)])


def _goes_by(page: Page, short: str, rest: str) -> bool:
    """Whether a text goes on to call a firm by the first two characters of its name, which are no words: 岚达 of 岚达重能."""
    apart = (at for at in page.places(short) if not page.folded.startswith(rest[0], at + len(short)))
    return len(short) == _OWN and len(rest) >= _OWN and not page.term(short) and unlike_words(page, short) and sum(1 for _ in apart) >= _OWN


def _alone(page: Page, short: str, rest: str) -> bool:
    """Whether `short` stands in the text without the `rest` of its name, as a name."""
    if page.term(short):
        return False
    found = ((at, at + len(short)) for at in page.places(short))
    places = [p for p in found if not page.folded.startswith(rest[0], p[1]) and not _END_NEXT.match(page.folded, p[1])]
    if page.plain(short):  # everyday words too, unless they do what only companies do
        return any(vote(page, *p) for p in places)
    return bool(places)
