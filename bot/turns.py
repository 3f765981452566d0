"""Turns of phrase for which news has one of its own: who "had the longest stretch", how something "stacks up", 跟前年相比增加了多少錢.

Each is a form, whatever names and things stand in it; words that mean the same whatever stands beside them belong in the lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.rewrites import Rewrites
from kb import lazy

_SPENT = r"(?:stretch|spell|stint|run|innings|tour of duty|time)"
_NAMED_EN = r"[\w.&'’ -]{2,40}?"
_SIDES = lazy.compile(r" on (?:the )?(?:one|other)(?: side)?")
_ITEMS = r"(?:non-?recurring|one-?off|one-?time|exceptional|extraordinary|special)(?: (?:items?|gains?(?: and losses)?|losses|effects?|stuff|bits|factors?|income|charges))?"
_SHARES = r"(?:memory|storage|chip|memory[- ]chip|gpu|ai|tech|semiconductor|solar|battery|property|retail|bank|biotech|pharma|auto|ev|airline|shipping|port|analog|equipment|software|listed|mainland|hong kong)"
# How people put what news puts otherwise: who "had the longest stretch", how something "stacks up", what "made them confident".
_TURNS = Rewrites(
    (lazy.compile(said, re.I), plain)
    for said, plain in (
        (rf"\bwhat(?:'s| is| was| does) ({_NAMED_EN}) (?:short|an? (?:abbreviation|acronym|contraction)|shorthand|the (?:short form|acronym|abbreviation))(?: for)?(?=\W*$)", r"what does \1 stand for"),
        (rf"\bwhat (?:do|does) the (?:letters|initials|acronym|abbreviation) ({_NAMED_EN}) (?:stand for|mean)\b|\bwhat(?:'s| is) the (?:full|long) form of ({_NAMED_EN})(?=\W*$)", lambda m: f"what does {m[1] or m[2]} stand for"),
        ("是?什[麼么](?:[詞词][語语]?|[單单][詞词])?的?[縮缩][寫写][,，、]?(?:又?是?什[麼么]意思)?(?=[?？呢]*$)", "是什麼意思"),
        # What an asker makes of something, said of it in passing: ", which struck me as odd".
        (r"[,;] ?which (?:is why (?:i'm|i am|i|we)\b[^,.:;?]*[:,]?|(?:has |had |rather |really |kind of |sort of )*(?:struck|strikes|surprised|surprises|puzzled|puzzles|confused|confuses|shocked|amazed|intrigued|intrigues|threw|bugs|bothers|caught) (?:me|us)\b[^,.;?]*|(?:i|we) (?:found|find|thought|think|had not|hadn't|didn't|did not) (?:\w+ )?(?:odd|strange|unusual|weird|surprising|interesting|curious|hard to believe|know|expect|realise|realize)\b[^,.;?]*|(?:seems?|seemed|sounds?|sounded|looks?|looked|feels?|felt) (?:rather |very |a bit )?(?:odd|strange|unusual|weird|surprising|interesting|off|wrong)(?: to me)?)(?=[,.;:? ]|$)", ""),
        (r"\b(what|which) (?:portion|chunk|slice|bit) of\b", r"\1 share of"),
        # What becomes of a figure, as somebody expects it.
        (rf"\bwhere (?:does|do|did) ({_NAMED_EN}) (?:see|expect|think|reckon|believe|predict) ({_NAMED_EN}) (?:is |are |will be |to be )?(?:going|heading|headed|moving|ending up|end up|to end up|to go)\b", r"how much does \1 expect \2 to change"),
        # Set against each other.
        (rf"^({_NAMED_EN}) (?:up |set |put )?against ([^,?]{{2,80}}?), how (?:do|does) (?:it|they) (?:stack up|compare|fare|measure up|hold up)\b", lambda m: f"how does {m[1]} compare with {_SIDES.sub('', m[2])}"),
        (r"\b(how (?:do|does|did|would|will) [^,?]{2,60}?) (?:stack|measure|line|match|shape) up\b(?: against| to| next to| beside| alongside| with)?", r"\1 compare with"),
        (r"\bcompare with(?=\W*$)", "compare"),
        # How long somebody stayed.
        (rf"\b(?:(?:which|what) (?:one|person|executive|of them)|who) (?:has |have )?(?:had|did|served|put in|spent|clocked|done) the (longest|shortest) {_SPENT}\b", r"who worked \1"),
        (rf"\bwhose {_SPENT} (at|in|with) ({_NAMED_EN}) (?:was|is|has been|lasted) (?:the )?(longest|shortest)\b", r"who worked \3 \1 \2"),
        (r"(?<=\w )(?:big |top |senior )?bosses\b(?! (?:around|about))|\bsenior management(?: team)?\b|\btop brass\b|\btop dogs\b|\bhigher-?ups\b", "executives"),
        (r"\b(?:out )?of (?:all )?(?:the )?(people|members|folks|those) (?:on|in) ", r"among the \1 on "),
        # Who left, and what something was called before.
        (r"\bwalk(?P<past>ed)? out of (?!(?:the |a )?(?:talks|meeting|negotiations|room|deal|interview|hearing))", lambda m: "left " if m["past"] else "leave "),
        (rf"\bwhat (?:other |earlier |former |previous |old )?names? (?:did|has|had) (?:the )?({_NAMED_EN}) (?:have|had|go by|gone by|use|used|carry|carried|bear|borne) (?:before|previously|formerly|earlier|in the past|over the years|until)\b[^?,;]*", r"what was \1 formerly called"),
        (rf"\bwhat (?:were|are|was|is) (?:the )?(?:earlier|former|previous|old|prior) names? (?:of|for) (?:the )?({_NAMED_EN})(?=\W*$)", r"what was \1 formerly called"),
        (r"\bin (?:the )?([\w -]{3,30}?)['’]s? (?:view|opinion|eyes|estimation|judge?ment|reading)\b", r"according to \1"),
        # Meetings, and what was said there.
        (r"\bsat down (?=with\b)|\b(?:held|had|have|has|having) (?:a |an |its |their )?(?:sit-?down|catch-?up|chat|conversation|get-together) (?=with\b)", "met "),
        (r"\bwhat (?:(?:we|be)re )?the (\w+ )?(?:subjects|points|items|matters|things|issues) (they|the two|both(?: sides)?) (?:went|talked|ran|worked) (?:through|over|about)\b", r"what were the \1topics \2 discussed"),
        (rf"\b(?:went|ran|go|run|going) (?:over|through)(?= with ({_NAMED_EN})(?:'s)? (?:management|executives|team|founders?)\b)", "discuss"),
        # Where somebody was before.
        (r"\bex-(?=[A-Z])(?-i:([A-Z]\w+))(?=\W*$| (?:people|staff|employees|executives|managers)\b)", r"formerly of \1"),
        # Companies, their profit and how fast it grows.
        (rf"(?<=\b)({_SHARES}) names\b(?=,| |\?|$)(?! (?:of|for|after)\b)", r"\1 companies"), (r"\b(?:the )?quickest (growth|growing|rise|increase|expansion)\b|\b(?:the )?(?:biggest|largest|sharpest) (?:rate|pace) of (growth|increase)\b", lambda m: f"the fastest {m[1] or m[2]}"),
        (rf"\b(?:after|by|when|once(?: you)?|if you)? ?(?:taking|leaving|stripping|backing|carving|factoring|take|leave|strip|back|carve) out (?:any |all |the |its )?{_ITEMS}(?=\W|$)|\b(?:net of|minus|less|without|ignoring|disregarding|setting aside|aside from|apart from|before) (?:any |all |the |its )?{_ITEMS}(?=\W|$)", "excluding non-recurring items"),
        (r"\b(more|less) (?:yuan|dollars?|money|rmb) will (.{2,40}?) (?:take|bring|rake|pull) in\b", r"\1 revenue will \2 have"),
        # How far apart two days or two prices are.
        (r"^([^,?;:]{2,60}? and [^,?;:]{2,40}?) both (?:went public|listed|debuted|floated|opened|launched|started|were (?:founded|born|listed|set up))(?P<where> (?:in|on) [\w ]{2,30}?)?[,;:.]+ ?(?:so |and )?(?:what(?:'s| is| was)|how (?:big|long|large) (?:is|was)) the (?:gap|interval|difference|time|distance) between the two(?: \w+)?,?(?: in)?(?: (?P<unit>days|weeks|months|years))?(?=\W*$)", lambda m: f"how many {m['unit'] or 'days'} between the listings{m['where'] or ''} of {m[1]}" if "list" in m[0] or "public" in m[0] else m[0]),
        (rf"^(?:(?P<of>[\w. ]{{2,30}}?)[:,] )?(?:what(?:'s| is| was) the )?price (?:gap|difference|spread|jump|step) (?:between|from) (?P<a>{_NAMED_EN}) (?:and|to) (?P<b>{_NAMED_EN})(?=\W*$)", lambda m: f"how much more expensive is {m['of'] + ' ' if m['of'] else ''}{m['a']} than {m['b']}"),
        # Reasons.
        (r"\bwhat (?:is|was|'s)? ?(?:made|makes|is making|was making) (.{4,60}?) (?:so |feel (?:so )?|be )?(confident|optimistic|pessimistic|cautious|worried|sceptical|skeptical|bullish|bearish|upbeat|hopeful)\b", r"why is \1 \2"),
        (r"(?<=\w)[,，] ?(?:背[後后]的?|主要|[這这]的?)?(?:原因|理由)(?:是|在)?(?:什[麼么]|啥|哪[裡里]?)(?=[?？呢]*$)", ",為什麼"),
        ("[從从]([^,，。?？]{2,10}?)(?:出[來来]|出去|走人)(?=(?:[時时]|的[時时]候|那[年時时]|[後后])|是?(?:多大|[幾几]))", r"離開\1"),
        # Whose a thing is, and of which kind; twice as dear.
        ("是([誰谁]家|哪一?[家間间](?:公司)?)的(?:[產产]品|[东東]西|牌子|品牌|[芯晶]片|[車车]|手[機机]|作品|[游遊][戲戏])(?=[,，?？。]|$)", lambda m: f"是{m[1] if '家' in m[1][1:2] else '哪家公司'}的"),
        ("(?:[歸归]|[算分])[在到於于入屬属類类]*哪一?[派類类种種掛挂]的?([^,，?？]{0,8}?)[裡里中]?(?=[?？呢啊]*$)", r"屬於哪一類\1"),
        ("[價价](?:格|[錢钱])?翻(?:了)?(?:[倍番]|一[倍番])以上", "漲幅超過100%"), (r"\b(?:prices?|quotes?) (?:will |would |are to |is to )?(?:more than|at least) doubl(?:e|ed|ing)\b", "price rises of more than 100%"),
        # Chinese: companies are counted in 間 too; money more than a year before; dates.
        ("(?<=[哪幾几多少])[間间](?=(?:上市|國產|国产|半導體|半导体|晶片|芯片|科技)?(?:公司|企[業业]|廠商|厂商|[銀银]行|券商))", "家"), ("(?<=[的,，]是)哪([幾几]?)[間间](?=[?？呢]*$)", r"哪\1家"),
        ("廿(?=[一二三四五六七八九日號号])", "二十"), ("卅(?=[一二三四五六七八九日號号])", "三十"),
        ("(?:跟|和|[與与同]|[較较]|比起)((?:19|20)\\d\\d年?|去年|前年|上年|[舊旧]年)(?:同期)?(?:[來来]?(?:相比|比較|比较|比起[來来]|比))?[,，]?(?:是|一共|[總总]共|到底)*(增加|多|[減减]少|少)[了出]?多少([錢钱]|元|金[額额])", r"比\1\2了多少\3"),
        ("([0-9]{4})年?成年|成年(?=[做賺赚虧亏蝕蚀賣卖收])", lambda m: f"{m[1]}全年" if m[1] else "全年"), ("(用[戶户]|[會会][員员]|[訂订][戶户閱阅]者?|人|[門门]店|店|[員员]工|[車车][輛辆])[數数]目", r"\1數"),
        ("(?<=[\u3400-\u9fff ])有(?:什[麼么]|咩|乜嘢?)(?:[看睇]法|意[見见]|[評评][價价]|[觀观][點点]|想法|[講讲]法)", "怎麼看"), ("(?<=[\u3400-\u9fff ])(?:佔|占) ?revenue ?(?:的)?(?=多少|[幾几])", "佔營收"), ("(?<=[\u3400-\u9fff] )revenue(?= ?[\u3400-\u9fff?？]| *$)|(?<=[\u3400-\u9fff])revenue", "營收"),
        ("主[業业](?:到底)?(?:是|做)(?:什[麼么]|啥|咩)(?:的)?(?=[?？呢啊]*$)", "做什麼"), ("([離离][開开]|[離离][職职]|[畢毕][業业]|加入|入[職职]|[創创][業业])(?:出[來来])?(?:那[時时]候?|的[時时]候|[時时])?(?:是)?多大(?:年[紀纪齡龄]|[歲岁][數数])?(?=[?？了啊呢]*$)", r"\1時幾歲"),
    )
)


@lru_cache(256)
def in_terms_of_news(text: str) -> str:
    """Return a message with turns of phrase put as news has them.

    >>> in_terms_of_news("Of Kestrane's bosses, which one had the longest stretch at Velloy?")
    "Of Kestrane's executives, who worked longest at Velloy?"
    >>> in_terms_of_news("凱川2024年的營收跟2023年相比增加了多少錢?"), in_terms_of_news("what is ETF short for?")
    ('凱川2024年的營收比2023年增加了多少錢?', 'what does ETF stand for?')
    """
    for said, plain in _TURNS.for_text(text):
        text = said.sub(plain, text)
    return text
