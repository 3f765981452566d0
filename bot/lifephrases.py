"""Turns of phrase about people, posts and what was announced, with the question each stands for; `bot.phrases` puts them in place.

Folded text. A life told in order (梳理一下她的履歷), where somebody was before ("previous employer?"), a post with what is asked of
its holder, who is in charge of something, ex-colleagues of another company, who else founded it.
"""

from __future__ import annotations

_END = r"[?!.。~ ]*$"
_X = r"(?P<x>[^,?;:!]{2,40}?)"
_LIFE_ZH = r"(?:学经历|经历|履历|资历|生涯|简历|职涯|职业生涯|人生|工作经验|过往|来时路)"
_POST_ZH = r"(?:共同创办人|联合创始人|创办人|创始人|董事长|总经理|执行长|总裁|首席执行官|负责人|老板|掌门人|ceo|cto|cfo|coo)"
_POST_EN = r"(?:chief (?:\w+ )?officer|c[eftio]o|chair(?:man|woman)?|president|founder|head of [a-z ]{2,20}|(?:vice|managing|general) (?:president|director|manager)|managing director|gm|chief scientist|head)"
_DOES_EN = r"(?:heads?(?: up)?|leads?|oversees?|manages?|runs?|is in charge of|is responsible for|looks after|is heading(?: up)?|is leading|is running|takes care of|handles)"
_DONE_EN = r"(?:headed(?: up)?|led|overseen|managed|run|looked after|handled)"
_WHOM_EN = r"(?:by whom|by who|by which (?:person|executive|exec)|under whom)"
_TOLD_EN = r"(?:earnings|results|profit|revenue|guidance|annual|interim|quarterly|sales)"
_PAPER_EN = rf"(?P<what>(?:(?:20\d\d|full-year|annual|interim|half-year|quarterly|q[1-4]) )?(?:{_TOLD_EN} )*(?:forecast|guidance|results|report|preview|estimate|preannouncement|pre-announcement|warning|alert|numbers))"
_DAY_EN = r"(?:on )?(?:which|what) (?:exact )?(?:day|date)|when(?: exactly)?"
_OUT_EN = r"(?:come|came|go|went|get|got|put|was|were|is|be)? ?(?:out|published|released|issued|announced|posted|made public)"
_PAPER_ZH = r"(?:(?:20\d\d)?年?(?:全年|年度|中期|半年|季度|三季)?的?(?:业绩)?(?:预告|快报|预增公告|预亏公告|业绩报告|财报|年报|季报|中报|业绩))"
_OTHERS_EN = r"(?:apart from|besides|other than|aside from|in addition to|excluding|except(?: for)?|not counting)"

LIVES = (
    # A life in order, and what is said around that it is to be told.
    (rf"(?:(?:从头到尾|一路走来|一路以来|一路|过往|过去|完整|详细|大致|个人|生平|至今|这些年来?|多年来?)的?)+(?={_LIFE_ZH})", ""),
    (rf"^(?:帮我?|麻烦|请|能否|能不能|可以|可否|你|您|我想|想|,)*(?:梳理|整理|归纳|盘点|回顾|汇整|列|讲|说|简述|概述|介绍|查)(?:一?下|出来|出|讲|说)?(?P<x>[^,?:]{{2,20}}?)的?(?P<life>{_LIFE_ZH})(?:吗|么|嘛|吧|呢)?(?:,(?:从?哪年|什么时候|何时|几几年|几年)(?:到哪年)?(?:分别)?(?:在|做)[^,?]{{1,8}})?{_END}", "{x}的经历"),
    (rf"(?<=经历|履历|生涯),?(?:哪年|什么时候|何时|几几年)(?:在|做)(?:哪里?|哪儿|什么|啥|哪家公司)(?:任职|工作|上班|念书)?{_END}", ""),
    # Where somebody was before.
    (r"(?<=[前来去早在年?,])(?P<did>任职|就职|服务|工作|上班)(?:于|在)?(?P<where>哪里|哪家公司|哪间公司|何处|哪儿)(?=[?]?$)", "在{where}{did}"),
    (rf"^(?![^?]*(?:谁|哪|什么)){_X}(?P<post>{_POST_ZH})\?+(?=(?:他|她)?(?:之前|以前|此前|先前|原来|过去|从前|早年|现在|今年|几岁|哪年|哪里|毕业))", "{x}{post}是谁?"),
    (rf"^(?P<firm>[^,?;:]{{2,40}}?)(?:'s|’s|(?<=s)['’]) (?P<x>[^,?;:'’]{{3,40}}?)[ ,:–—-]+(?:previous|former|last|prior|past|earlier|old) (?:employers?|compan(?:y|ies)|firms?|workplaces?|job|jobs){_END}", "where did {x} work before {firm}?"),
    (r"^(?:(?:what|who|which)(?:'s|’s| was| is| were)? (?:the )?)?(?P<x>(?!(?:what|who|which|where)\b)[^,?;:'’]{3,40}?)(?:'s|’s|(?<=s)['’])?[ ,:–—-]+(?:previous|former|last|prior|past|earlier|old) (?:employers?|compan(?:y|ies)|firms?|workplaces?)" + _END, "where did {x} work before?"),
    # Of whom a post is and where they studied; what year they began it.
    (rf"^(?P<x>[^,?;:]{{2,60}}?)(?:'s|’s)? (?P<post>{_POST_EN})[ ,:–—-]+(?:the )?(?:name|who)?,?(?: is it| is that)?(?: and|,|&) (?P<rest>(?:which|what|where|how|when|since)\b[^?]{{4,}}?){_END}", "who is the {post} of {x}, and {rest}?"),
    (r"\b(?:which|what) (?:uni|univ|university|school|college|place) (?:was|is|were)?(?: ?(?:the|his|her|their|that))? (?P<degree>phd|doctorate|master'?s|degree|mba|bachelor'?s|diploma)(?: degree)?(?: from| earned at| done at| obtained at| at)", "where did he get his {degree}"),
    (r"(?P<when>when|(?:in )?(?:what|which) (?:year|month)) did (?P<who>he|she|they) (?:start(?: up)?|set up|establish|launch|begin)(?= (?!(?:at|in|as|on|to|with|from|his|her|their|the|a|an|work\w*|it|this|that|production|sell\w*|sales)\b)[\w.&-]+(?: [\w.&-]+){0,2}\W*$)", "{when} did {who} found"),
    (r"(?P<asks>谁(?:创办|创立|成立|创建|开|创)的)\?+(?:那个人|这个人|此人|那位|这位|他|她)(?=(?:现在|还|目前|如今|后来|之前|以前))", "{asks}?创办人"),
    (r"(?:^|(?<=[,? 里中]))(?P<y>(?!除)[^,? 里中]{2,12})(?:以外|之外)(?=,?还有(?:谁|哪))", "除了{y}"),
    (r"(?:^|(?<=[ ,的]))(?P<x>[\u3400-\u9fffa-z]{2,8})系(?:出身)?的?(?P<who>高管|管理层|主管|员工|成员|人马|老将)(?:有(?:哪些|哪几个|谁)|是(?:哪些|谁))(?:人)?" + _END, "哪些{who}来自{x}?"),
    # Who is in charge, and of what.
    (rf"\bwho(?! (?:leads?|runs?|heads?|looks after|is in charge of|is responsible for) )(?:'s|’s| is| was)?(?: the (?:person|one|executive|exec|man|woman) (?:who|that))? (?:{_DOES_EN}|heading(?: up)?|leading|overseeing|managing|running|in charge of|responsible for|looking after)(?= (?!to\b|for\b|it\b|in\b|by\b|the (?:race|market|field|pack|ranking|list|table)\b)[\w'’ &.-]{{3,60}}\W*$)", "who runs"),
    (rf"^(?P<x>[^,?;:]{{4,60}}?) (?:is|are|was|were|gets|being) (?:currently |now )?{_DONE_EN} {_WHOM_EN}{_END}", "who runs {x}?"),
    (rf"^(?P<x>[^,?;:]{{2,60}}?) (?:is|are|was|were|got) (?P<done>founded|co-founded|established|set up|started|acquired|bought|designed|developed|written|made|built|invented|funded|backed|owned) {_WHOM_EN}{_END}", "who {done} {x}?"),
    (r"\b(?:what|which)(?: (?:areas?|fields?|parts?|functions?|teams?|departments?|sides?|duties))?(?: (?:of (?:the )?(?:business|company|work)))? (?P<did>did|does) (?P<x>[^,?;:]{3,50}?) (?:look after|oversee|handle|take care of|have charge of|be in charge of|have responsibility for|be responsible for)(?= (?:at|in|for)\b|\W*$)", "what was {x} responsible for"),
    (r"^(?P<x>[^,?;:'’]{3,40}?)(?:'s|’s) (?P<a>age) (?:on|when|at the time of|at|upon) (?P<when>leaving|joining|founding|becoming|entering|quitting|starting)\b(?P<rest>[^?]*?)" + _END, "how old was {x} on {when}{rest}?"),
    (rf"\bwho (?:(?:else|all) )?(?P<done>co-?founded|founded|started|set up|established)\b (?P<x>[^,?;:]{{2,40}}?),? {_OTHERS_EN} (?P<y>[^,?;:]{{2,40}}?){_END}", "who are the co-founders of {x} besides {y}?"),
    (rf"^{_OTHERS_EN} (?P<y>[^,?;:]{{2,40}}?), (?:who|which people|what people|which (?:others|other people)|which persons)(?: else| all| also)? (?P<done>co-?founded|founded|started|set up|established) (?P<x>[^,?;:]{{2,40}}?){_END}", "who are the co-founders of {x} besides {y}?"),
    (rf"^(?:还有)?(?:谁|哪[些几][个位]?人?)?(?:跟|和|与|同|陪)(?P<y>[^,?;:跟和与同]{{2,20}}?)(?:一起|一同|一道|共同|联手|合伙|携手|结伴)(?:创办|创立|成立|创建|创)了?(?P<x>[^,?;:的]{{2,20}}?)(?:的?(?:人|伙伴)?(?:还有|又有|另有|还|是|有)?(?:谁|哪[些几][个位]?人?|边个))?{_END}", "除了{y},{x}的联合创始人还有谁?"),
    # What somebody wrote.
    (rf"(?:写|出版?|著)(?:过|了|有)*(?:一|哪一?|什么|几)?[本部]?书,?(?:的?名字?|书名)?(?:叫|是)?[做作]?(?:什么|啥|没有?)?(?:名字?)?[吗么嘛没]?{_END}", "出版了哪本书?"),
    (rf"^(?P<x>[^,?;:的]{{2,20}}?)的(?:那本)?(?:书名?|著作)(?:叫|是)[做作]?(?:什么|啥)(?:名字?)?{_END}", "{x}出版了哪本书?"),
    (r"\bwhich (?:people|persons|individuals|folks|others)(?= (?!is\b|are\b|were\b|do\b|did\b|have\b|has\b|in\b|of\b|at\b|from\b|who\b|will\b)[a-z-]+)", "who"),
    (rf"^(?P<who>(?:which|what|who)\b[^,?;:]{{2,60}}?) (?:is|are|was|were) (?:an? )?ex[- ](?P<x>[\w.&'’-]+(?: [\w.&'’-]+)?),? (?:and|&|\+|as well as) (?:an? )?(?:also )?ex[- ](?P<y>[\w.&'’-]+(?: [\w.&'’-]+)?){_END}", "{who} used to work at {x} and {y}?"),
    (rf"^(?P<who>(?:which|what|who)\b[^,?;:]{{2,60}}?) (?:is|are|was|were) (?:an? )?ex[- ](?P<x>(?!(?:ceo|cfo|cto|coo|chair|president|director|head|employee|partner|wife|husband)\b)[\w.&'’-]+(?: [\w.&'’-]+)?){_END}", "{who} used to work at {x}?"),
    (r"\bsr\.? (?=(?:sales|product|software|hardware|project|marketing|engineering|finance|hr|operations|regional|account|research)?\s?(?:mana?g?er|manager|director|vp|vice president|engineer|analyst|scientist|adviser|advisor|exec\w*|staff)\b)", "senior "),
    (r"\bdeputy gm\b", "deputy general manager"), (r"\bassistant gm\b", "assistant general manager"),
    (r"\bexec\b(?= (?:is|was|used|who|at|from|of|has|had|joined|worked|came)\b)", "executive"),
    # What was announced, and when.
    (rf"^(?P<x>[^,?;:]{{2,50}}?)(?:'s|’s|(?<=s)['’])? {_PAPER_EN} {_OUT_EN} (?:{_DAY_EN}){_END}", "on what date did {x} publish its {what}?"),
    (rf"^(?:on )?(?:{_DAY_EN})(?: did| was| were| is) (?:the )?(?P<x>[^,?;:]{{2,50}}?)(?:'s|’s|(?<=s)['’])? {_PAPER_EN} {_OUT_EN}{_END}", "on what date did {x} publish its {what}?"),
    (rf"(?:发出|发了|放出|释出|贴出|丢出|甩出|端出|出具|挂出|晒出|亮出|交出|出了|(?<=[日号天候几家司])出)(?=了?{_PAPER_ZH})", "公布"),
)
