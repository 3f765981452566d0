"""Turns of phrase about people, posts and what was announced, with the question each stands for; `bot.phrases` puts them in place.

Folded text. A life told in order (梳理一下她的履歷), where somebody was before ("previous employer?"), a post with what is asked of
its holder, who is in charge of something, ex-colleagues of another company, who else founded it.
"""

from __future__ import annotations

_END = r"[?!.。~ ]*$"
_LIFE_ZH = r"(?:学经历|经历|履历|资历|生涯|简历|职涯|职业生涯|人生|工作经验|过往|来时路)"
_POST_EN = r"(?:chief (?:\w+ )?officer|c[eftio]o|chair(?:man|woman)?|president|founder|head of [a-z ]{2,20}|(?:vice|managing|general) (?:president|director|manager)|managing director|gm|chief scientist|head)"
_DOES_EN = r"(?:heads?(?: up)?|leads?|oversees?|manages?|runs?|is in charge of|is responsible for|looks after|is heading(?: up)?|is leading|is running|takes care of|handles)"
_PAPER_ZH = r"(?:(?:20\d\d)?年?(?:全年|年度|中期|半年|季度|三季)?的?(?:业绩)?(?:预告|快报|预增公告|预亏公告|业绩报告|财报|年报|季报|中报|业绩))"

LIVES = (
    # A life in order, and what is said around that it is to be told.
    (rf"(?:(?:从头到尾|一路走来|一路以来|一路|过往|过去|完整|详细|大致|个人|生平|至今|这些年来?|多年来?)的?)+(?={_LIFE_ZH})", ""),
    # Where somebody was before.
    (r"^(?:(?:what|who|which)(?:'s|’s| was| is| were)? (?:the )?)?(?P<x>(?!(?:what|who|which|where)\b)[^,?;:'’]{3,40}?)(?:'s|’s|(?<=s)['’])?[ ,:–—-]+(?:previous|former|last|prior|past|earlier|old) (?:employers?|compan(?:y|ies)|firms?|workplaces?)" + _END, "where did {x} work before?"),
    # Of whom a post is and where they studied; what year they began it.
    (rf"^(?P<x>[^,?;:]{{2,60}}?)(?:'s|’s)? (?P<post>{_POST_EN})[ ,:–—-]+(?:the )?(?:name|who)?,?(?: is it| is that)?(?: and|,|&) (?P<rest>(?:which|what|where|how|when|since)\b[^?]{{4,}}?){_END}", "who is the {post} of {x}, and {rest}?"),
    (r"\b(?:which|what) (?:uni|univ|university|school|college|place) (?:was|is|were)?(?: ?(?:the|his|her|their|that))? (?P<degree>phd|doctorate|master'?s|degree|mba|bachelor'?s|diploma)(?: degree)?(?: from| earned at| done at| obtained at| at)", "where did he get his {degree}"),
    (r"(?P<when>when|(?:in )?(?:what|which) (?:year|month)) did (?P<who>he|she|they) (?:start(?: up)?|set up|establish|launch|begin)(?= (?!(?:at|in|as|on|to|with|from|his|her|their|the|a|an|work\w*|it|this|that|production|sell\w*|sales)\b)[\w.&-]+(?: [\w.&-]+){0,2}\W*$)", "{when} did {who} found"),
    (r"(?P<asks>谁(?:创办|创立|成立|创建|开|创)的)\?+(?:那个人|这个人|此人|那位|这位|他|她)(?=(?:现在|还|目前|如今|后来|之前|以前))", "{asks}?创办人"),
    # Who is in charge, and of what.
    (rf"\bwho(?! (?:leads?|runs?|heads?|looks after|is in charge of|is responsible for) )(?:'s|’s| is| was)?(?: the (?:person|one|executive|exec|man|woman) (?:who|that))? (?:{_DOES_EN}|heading(?: up)?|leading|overseeing|managing|running|in charge of|responsible for|looking after)(?= (?!to\b|for\b|it\b|in\b|by\b|the (?:race|market|field|pack|ranking|list|table)\b)[\w'’ &.-]{{3,60}}\W*$)", "who runs"),
    (rf"^(?:还有)?(?:谁|哪[些几][个位]?人?)?(?:跟|和|与|同|陪)(?P<y>[^,?;:跟和与同]{{2,20}}?)(?:一起|一同|一道|共同|联手|合伙|携手|结伴)(?:创办|创立|成立|创建|创)了?(?P<x>[^,?;:的]{{2,20}}?)(?:的?(?:人|伙伴)?(?:还有|又有|另有|还|是|有)?(?:谁|哪[些几][个位]?人?|边个))?{_END}", "除了{y},{x}的联合创始人还有谁?"),
    # What somebody wrote.
    (r"\bdeputy gm\b", "deputy general manager"), (r"\bassistant gm\b", "assistant general manager"),
    # What was announced, and when.
    (rf"(?:发出|发了|放出|释出|贴出|丢出|甩出|端出|出具|挂出|晒出|亮出|交出|出了|(?<=[日号天候几家司])出)(?=了?{_PAPER_ZH})", "公布"),
)
