"""Turns of phrase for which news has one of its own: who "had the longest stretch", how something "stacks up", 跟前年相比增加了多少錢.

Each is a form, whatever names and things stand in it; words that mean the same whatever stands beside them belong in the lexicon.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bot.rewrites import Rewrites
from kb import lazy

_NAMED_EN = r"[\w.&'’ -]{2,40}?"
_ITEMS = r"(?:non-?recurring|one-?off|one-?time|exceptional|extraordinary|special)(?: (?:items?|gains?(?: and losses)?|losses|effects?|stuff|bits|factors?|income|charges))?"
_SHARES = r"(?:memory|storage|chip|memory[- ]chip|gpu|ai|tech|semiconductor|solar|battery|property|retail|bank|biotech|pharma|auto|ev|airline|shipping|port|analog|equipment|software|listed|mainland|hong kong)"
# How people put what news puts otherwise: who "had the longest stretch", how something "stacks up", what "made them confident".
_TURNS = Rewrites(
    (lazy.compile(said, re.I), plain)
    for said, plain in (
        (rf"\bwhat (?:do|does) the (?:letters|initials|acronym|abbreviation) ({_NAMED_EN}) (?:stand for|mean)\b|\bwhat(?:'s| is) the (?:full|long) form of ({_NAMED_EN})(?=\W*$)", lambda m: f"what does {m[1] or m[2]} stand for"),
        ("是?什[麼么](?:[詞词][語语]?|[單单][詞词])?的?[縮缩][寫写][,，、]?(?:又?是?什[麼么]意思)?(?=[?？呢]*$)", "是什麼意思"),
        # What an asker makes of something, said of it in passing: ", which struck me as odd".
        (r"[,;] ?which (?:is why (?:i'm|i am|i|we)\b[^,.:;?]*[:,]?|(?:has |had |rather |really |kind of |sort of )*(?:struck|strikes|surprised|surprises|puzzled|puzzles|confused|confuses|shocked|amazed|intrigued|intrigues|threw|bugs|bothers|caught) (?:me|us)\b[^,.;?]*|(?:i|we) (?:found|find|thought|think|had not|hadn't|didn't|did not) (?:\w+ )?(?:odd|strange|unusual|weird|surprising|interesting|curious|hard to believe|know|expect|realise|realize)\b[^,.;?]*|(?:seems?|seemed|sounds?|sounded|looks?|looked|feels?|felt) (?:rather |very |a bit )?(?:odd|strange|unusual|weird|surprising|interesting|off|wrong)(?: to me)?)(?=[,.;:? ]|$)", ""),
        (r"\b(what|which) (?:portion|chunk|slice|bit) of\b", r"\1 share of"),
        # What becomes of a figure, as somebody expects it.
        (rf"\bwhere (?:does|do|did) ({_NAMED_EN}) (?:see|expect|think|reckon|believe|predict) ({_NAMED_EN}) (?:is |are |will be |to be )?(?:going|heading|headed|moving|ending up|end up|to end up|to go)\b", r"how much does \1 expect \2 to change"),
        # Set against each other.
        (r"\b(how (?:do|does|did|would|will) [^,?]{2,60}?) (?:stack|measure|line|match|shape) up\b(?: against| to| next to| beside| alongside| with)?", r"\1 compare with"),
        (r"\bcompare with(?=\W*$)", "compare"),
        # How long somebody stayed.
        (r"(?<=\w )(?:big |top |senior )?bosses\b(?! (?:around|about))|\bsenior management(?: team)?\b|\btop brass\b|\btop dogs\b|\bhigher-?ups\b", "executives"),
        # Who left, and what something was called before.
        (r"\bwalk(?P<past>ed)? out of (?!(?:the |a )?(?:talks|meeting|negotiations|room|deal|interview|hearing))", lambda m: "left " if m["past"] else "leave "),
        (r"\bin (?:the )?([\w -]{3,30}?)['’]s? (?:view|opinion|eyes|estimation|judge?ment|reading)\b", r"according to \1"),
        # Meetings, and what was said there.
        (r"\bsat down (?=with\b)|\b(?:held|had|have|has|having) (?:a |an |its |their )?(?:sit-?down|catch-?up|chat|conversation|get-together) (?=with\b)", "met "),
        # Where somebody was before.
        # Companies, their profit and how fast it grows.
        (rf"(?<=\b)({_SHARES}) names\b(?=,| |\?|$)(?! (?:of|for|after)\b)", r"\1 companies"),
        (rf"\b(?:after|by|when|once(?: you)?|if you)? ?(?:taking|leaving|stripping|backing|carving|factoring|take|leave|strip|back|carve) out (?:any |all |the |its )?{_ITEMS}(?=\W|$)|\b(?:net of|minus|less|without|ignoring|disregarding|setting aside|aside from|apart from|before) (?:any |all |the |its )?{_ITEMS}(?=\W|$)", "excluding non-recurring items"),
        # How far apart two days or two prices are.
        (rf"^(?:(?P<of>[\w. ]{{2,30}}?)[:,] )?(?:what(?:'s| is| was) the )?price (?:gap|difference|spread|jump|step) (?:between|from) (?P<a>{_NAMED_EN}) (?:and|to) (?P<b>{_NAMED_EN})(?=\W*$)", lambda m: f"how much more expensive is {m['of'] + ' ' if m['of'] else ''}{m['a']} than {m['b']}"),
        # Reasons.
        (r"(?<=\w)[,，] ?(?:背[後后]的?|主要|[這这]的?)?(?:原因|理由)(?:是|在)?(?:什[麼么]|啥|哪[裡里]?)(?=[?？呢]*$)", ",為什麼"),
        ("[從从]([^,，。?？]{2,10}?)(?:出[來来]|出去|走人)(?=(?:[時时]|的[時时]候|那[年時时]|[後后])|是?(?:多大|[幾几]))", r"離開\1"),
        # Whose a thing is, and of which kind; twice as dear.
        ("是([誰谁]家|哪一?[家間间](?:公司)?)的(?:[產产]品|[东東]西|牌子|品牌|[芯晶]片|[車车]|手[機机]|作品|[游遊][戲戏])(?=[,，?？。]|$)", lambda m: f"是{m[1] if '家' in m[1][1:2] else '哪家公司'}的"),
        ("[價价](?:格|[錢钱])?翻(?:了)?(?:[倍番]|一[倍番])以上", "漲幅超過100%"),
        # Chinese: companies are counted in 間 too; money more than a year before; dates.
        ("(?<=[哪幾几多少])[間间](?=(?:上市|國產|国产|半導體|半导体|晶片|芯片|科技)?(?:公司|企[業业]|廠商|厂商|[銀银]行|券商))", "家"), ("(?<=[的,，]是)哪([幾几]?)[間间](?=[?？呢]*$)", r"哪\1家"),
        ("廿(?=[一二三四五六七八九日號号])", "二十"), ("卅(?=[一二三四五六七八九日號号])", "三十"),
        ("([0-9]{4})年?成年|成年(?=[做賺赚虧亏蝕蚀賣卖收])", lambda m: f"{m[1]}全年" if m[1] else "全年"),
        ("(?<=[\u3400-\u9fff ])有(?:什[麼么]|咩|乜嘢?)(?:[看睇]法|意[見见]|[評评][價价]|[觀观][點点]|想法|[講讲]法)", "怎麼看"), ("(?<=[\u3400-\u9fff] )revenue(?= ?[\u3400-\u9fff?？]| *$)|(?<=[\u3400-\u9fff])revenue", "營收"),
    )
)


@lru_cache(256)
def in_terms_of_news(text: str) -> str:
    """Return a message with turns of phrase put as news has them.

    """
    for said, plain in _TURNS.for_text(text):
        text = said.sub(plain, text)
    return text
