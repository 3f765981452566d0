"""English as it is talked, put as the press has it: "how deep in the red", "tip the scales at", "what's eating into its margin".

Verbs and idioms for earning, losing, rising, selling, weighing, costing, running a firm and breaking off are many, and most
stand around a name ("set Kestrane up", "what was Kestrane left with"), so that no list of terms finds them. Each is put as the
one frame that the kinds of answer know; names, measures and times are kept. Words that need nothing around them belong in the
lexicon. Patterns are matched against folded text.
"""

from __future__ import annotations

from functools import lru_cache

from bot.ranktalk import SIZE_EN
from bot.rewrites import Rewrites, put
from kb import lazy

_END = r"(?=\W*$)"
_AUX = r"(?P<aux>did|does|do|will|would|has|have|is|was|are|were)"
_X = r"(?P<x>(?!(?:it|they|he|she|we|you|i)\b)[^,?;:]{2,60}?)"  # whom or what it is about
_NAME = r"(?P<x>(?:(?!\b(?:what|when|which|how|who|where|why|date)\b)[^,?]){3,40}?)"  # by itself, before a noun that asks
_IN_TIME = r"(?P<time>,? (?:in|for|over|during|last|this|at)(?: [^,?;]{3,40}?)?)?"
_MUCH = r"how much(?: money| cash)?"
_SOLD = r"(?:shift|move|flog|offload|get rid of|get through|push out)"
_MADE = r"(?:churn|turn|crank|knock|pump|roll|spit|put) out"
# Ways up and ways down, of a figure.
_UP = (
    r"(?:(?:go|gone|went|shoot|shot|come|came|creep|crept|edge|edged|inch|inched|tick|ticked|move|moved|step|stepped|pick|picked|head|headed|drift|drifted|push|pushed|tick|bounce|bounced) (?:back )?(?:up|higher|upwards?)"
    r"|climb(?:ed)?|soar(?:ed)?|balloon(?:ed)?|take off|took off|taken off|leap(?:t|ed)?|surge[d]?|swell(?:ed)?|swollen|rocket(?:ed)?|mushroom(?:ed)?|skyrocket(?:ed)?|shoot through the roof|spike[d]?|bulge[d]?|put on|gain(?:ed)?|advance[d]?)"
)
_DOWN = (
    r"(?:(?:go|gone|went|come|came|edge|edged|inch|inched|tick|ticked|move|moved|head|headed|drift|drifted|slip|slide|slid|slipped|tumble) (?:back )?(?:down|lower|downwards?)"
    r"|sl(?:ide|id|ip|ipped|ump|umped)|sink|sank|sunk|tumble[d]?|plunge[d]?|plummet(?:ed)?|dive[d]?|nosedive[d]?|nose-dive[d]?|tank(?:ed)?|crater(?:ed)?|dip(?:ped)?|sag(?:ged)?|ease[d]?|recede[d]?|contract(?:ed)?|dwindle[d]?"
    r"|(?:tail|tailed|drop|dropped|fall|fell|come|came) (?:off|away)|shed|give up|gave up)"
)
_BY = rf"(?:how far|how sharply|how steeply|how badly|how quickly|by how much|how much(?= [^,?]*\b(?:{SIZE_EN}|prices?|shares?|stock|sales)\b)|by what (?:margin|amount))"
_BY_PERCENT = r"(?:how fast|(?:by )?how (?:many per ?cent|much in (?:per ?cent(?:age)?(?: terms)?|%))|by what (?:percentage|per ?cent|%|proportion|ratio)|what percentage)"
_MOVES_UP = r"(?:push(?:ing|ed|es)? up|driv(?:ing|es) up|drove up|lift(?:ing|ed|s)|prop(?:ping|ped|s) up|fuell?(?:ing|ed|s)|boost(?:ing|ed|s)|power(?:ing|ed|s)|swell(?:ing|ed|s)|buoy(?:ing|ed|s)|underpin(?:ning|ned|s)|jack(?:ing|ed|s) up)"
_MOVES_DOWN = (
    r"(?:weigh(?:ing|ed|s)? (?:down )?on|drag(?:ging|ged|s)? (?:down|on)|eat(?:ing|s)? (?:into|away at)|ate (?:into|away at)|squeez(?:ing|ed|es)|dent(?:ing|ed|s)|hurt(?:ing|s)?|depress(?:ing|ed|es)|erod(?:ing|ed|es)|crimp(?:ing|ed|s)"
    r"|pull(?:ing|ed|s)? down|knock(?:ing|ed|s)?(?: down)?|chip(?:ping|ped|s)? away at|nibbl(?:ing|ed|es) (?:away )?at|pressur(?:ing|ed|es)|sap(?:ping|ped|s)|batter(?:ing|ed|s))"
)
_MEASURED = rf"(?P<x>[^,?;:]{{2,60}}?\b(?:{SIZE_EN}|business|division|segment|price|prices|shares?|stock|sales|results?))"
_HANDLES = r"(?:heads?|heading|runs?|running|leads?|leading|looks? after|looking after|handles?|handling|holds?|holding|oversees?|overseeing|manages?|managing|minds?|minding|(?:is )?in charge of|(?:is )?responsible for)(?: up)?"
_POST = r"(?P<post>(?:[a-z]+ ){0,2}?(?:chief|head|boss|ceo|cfo|coo|cto|chair(?:man|woman)?|president|director|manager)(?: (?:executive|financial|operating|technology) officer)?)"
_AFTER_TAX = (
    r"(?:once|after|when) (?:all |the )?(?:tax(?:es|man)?|everything|(?:the )?bills?|expenses|costs|everyone|everybody)(?: (?:had|has|have|was|were|is|are))?(?: (?:his|its|their) (?:share|cut|slice))?(?: been)?"
    r"(?: (?:paid|settled|taken|deducted|accounted for|covered|gone))?(?: (?:off|out|care of|into account))?"
)
_LEFT = r"(?:left (?:with|over)|have left(?: over)?|had left(?: over)?|keep|kept|get to keep|walk away with|take home|end up with|pocket|clear)"
_LENGTHS = {"across": "diameter", "in diameter": "diameter", "wide": "width", "tall": "height", "high": "height", "long": "length", "deep": "depth", "thick": "thickness"}
_DONE = {
    "leaving": "left", "joining": "joined", "quitting": "quit", "entering": "entered", "graduating": "graduated", "taking over": "took over", "becoming": "became", "starting": "started",
    "moving to": "moved to", "retiring": "retired", "returning": "returned", "finishing": "finished", "winning": "won", "taking": "took",
}  # fmt: skip
_CHIEFS = {"(?:finances?|books|money|accounts|treasury|purse[- ]strings|numbers)": "CFO", "(?:technology|tech|engineering)": "CTO", "(?:day-to-day )?operations": "COO"}
# Verbs with a particle, by the verb that the press has: in the forms "", s, ed, ing.
_VERBS = {
    "produce": "churn out|crank out|knock out|pump out", "buy": "snap up|scoop up|gobble up|swallow up|hoover up", "release": "roll out|trot out", "abandon": "pull the plug on|call time on|walk away from",
    "close": "shut down|board up",
}  # fmt: skip
_IRREGULAR = {"buy": {"ed": "bought"}, "shut": {"ed": "shut", "ing": "shutting"}}
_DOUBLING = frozenset(("snap", "trot"))
_ENDINGS = ("", "s", "ed", "ing")
_RUNS_IT = r"(?:at the wheel|in the driv(?:ing|er's) seat|at the controls|in the hot seat|at the top|top dog|(?:the )?big cheese|(?:the )?head honcho|(?:the )?(?:top|main|head) (?:man|woman|person|guy)|(?:the )?numero uno|calling the shots|holding the reins|steering the ship)"
_PARTS = r"(?:business units|divisions|segments|arms|businesses|units|branches|business lines|operating units)"



def _bent(verb: str, ending: str) -> str:
    """A regular verb with an ending: produced, producing, snapped.

    >>> _bent("produce", "ing"), _bent("snap", "ed"), _bent("churn", "s")
    ('producing', 'snapped', 'churns')
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].get(ending, verb + ending)
    if ending in ("ed", "ing"):
        verb = verb.removesuffix("e") if verb.endswith("e") else verb + verb[-1] if verb in _DOUBLING else verb
    return verb + ending


_PLAIN = Rewrites(
    (lazy.compile(said), plain)
    for said, plain in (
        # --- what is said beside what is asked
        (r",? (?:in the first place|to begin with|to start with|at the end of the day|when all is said and done|on its own (?:estimate|forecast|reckoning|account|figures|numbers))(?=[,?]|$)", ""),
        (r"\b(?:over|in|during|through|throughout|across) the course of (?=(?:the )?(?:20\d\d|year|half|quarter|first|second|last|full))", "in "),
        (r"\b(?:for |in |over |across |throughout |during )?(?:(?:the )?(?:whole|entire|entirety|full|all)(?: year)?|all) (?:of )(?:the )?(?:year )?(?=20\d\d)", "for full-year "),
        (r"\bbetween (?P<a>jan(?:uary)?|apr(?:il)?|jul(?:y)?|oct(?:ober)?) and (?P<b>mar(?:ch)?|june?|sept?(?:ember)?|dec(?:ember)?)(?= 20\d\d|\b)", r"from \g<a> to \g<b>"),
        (r"\b(?P<n>offers?|bids?|proposals?|money|cash) (?:was |were |is |are )?on the table\b", r"\g<n>"),
        (r"^(?P<what>(?:so |hey |hi )*what(?:'s| is| are|s) [^,?]{2,30}), (?:(?:is it |it's |it is )?(?:some|an?|one) (?:(?:kind|sort|type) of )?|some )[a-z ]{3,24}" + _END, r"\g<what>"),
        (r"^(?:hey|hi|hiya|yo|hello|oi|so)(?: there| all| guys| team| folks)?[,!.]* (?=(?:what|who|when|where|why|how|which|whats|whos)\b)", ""),
        # --- words for others
        *(
            (rf"\b{_bent(verb, end)} {particle}\b(?! of\b)", _bent(plain, end))
            for plain, said in _VERBS.items()
            for verb, _, particle in (v.partition(" ") for v in said.split("|"))
            for end in _ENDINGS
            if particle
        ),
        (r",? in earnest(?=[,?]|$)|(?<=\w) on (?:its|their) books(?=\W*$)", ""),
        (r"\bred ink\b", "net loss"),
        (r"\bvery (?=(?:first|last|latest)\b)", ""),
        (r"\bdo(?:es)? for a living\b", "do"),
        (r"\b(?P<aux>did|does|has) (?P<x>(?!(?:it|they)\b)[^,?;:]{2,40}?) (?:make|made|turn|turned) (?:any |some )?(?:money|a profit)(?P<time>(?: (?:in|for|during|last|this)\b[^,?]{0,24})?)" + _END, r"was \g<x> profitable\g<time>"),
        (r"\bflooding\b", "floods"),
        (r"\bcleanup\b", "clean-up"),
        (r"\bprovisioned for\b", "set aside for"),
        (r"\bhow much (?:is|would|are) 100(?:%| per ?cent) of (?P<x>[^,?]{2,40}?)(?: be)? worth\b", r"what is the whole of \g<x> worth"),
        (r"\bif (?P<x>[^,?]{4,60}?) (?:is|are|was|were) anything to go by,? ", r"implied by \g<x>, "),
        (r"(?<=\d%) (?:slice|chunk|piece|portion) (?:of|in) ", " of "),
        (r"\bwhereabouts (?=(?:is|are|was|were|did|does|do|will|in)\b)", "where "),
        (r"\bnet debt (?:level|position|pile|load|burden)\b", "net debt"),
        (r"\b(?:flew|fly|flown|flies) (?P<n>more|the most|fewer|the fewest) (?:people|passengers|travellers)\b", r"carried \g<n> passengers"),
        (r"\b(?:wrote|signed|cut) the (?:biggest|largest|fattest) (?:cheque|check) (?:in|for)\b", "led"),
        (r"\b(?:has|have) put (?:its|their|his|her) names? down for\b", "reserved"),
        (r"\bprise(?P<s>s?)\b", r"price\g<s>"),
        (r"\banalogue(?= )", "analog"),
        (r"\bchip-?makers\b", "chip companies"),
        (r"\b(?:an? |its |their )?(?P<n>factory|plant|warehouse|fleet|brand|store|shop|lab|chip|school|bank|network|label|studio|app|platform)s? of (?:(?P<o>its|their|his|her) )?own\b", r"\g<o> own \g<n>"),
        (r"\b(?:going|go|goes|went) after (?=(?!the (?:first|last|deal|merger))[a-z])", "chasing "),
        (r"\b(?:go(?:ing|es)?|went) shopping for\b|\b(?:hunt(?:ing)?|scout(?:ing)?|cast(?:ing)? around) for\b|\b(?:in the market|on the (?:lookout|hunt|prowl)) for\b", "need"),
        (r"\b(?:on the lookout|looking|hoping|planning|aiming|shooting|gunning|angling|itching|out) to (?=(?:open|sell|hand|deliver|ship|build|make|raise|hire|add|launch|produce|reach|hit)\b)", "planning to "),
        (r"\bend-of-life (?=batter|vehicle|tyre|tire|equipment|phone|device)", "retired "),
        (r"\btakings\b", "revenue"),
        (r"\bleaves? out (?=an? |any )|\bskips? (?=an? )|\bsteers? clear of (?=an? )|\bdoes without (?=an? )", "does not make "),
        (rf"\b(?P<n>(?:[\w-]+ )?{SIZE_EN}) (?:figures?|numbers?|tally|reading)(?= (?:for|in)\b|\W*$)", r"\g<n>"),
        (r"\b(?P<n>shipments?|sales|deliver(?:y|ies)|production|output|store|revenue|profit|volume) (?:goals?|ambitions?|objectives?|aims?)\b", r"\g<n> target"),
        (r"\b(?:knocked|pulled|brought|put|pushed|lifted|hauled|dragged|got|took|swung|tipped|nudged) (?P<x>[^,?]{2,40}?) (?:back )?(?:into|in) the black\b", r"made \g<x> profitable"),
        (r"\b(?:knocked|pulled|brought|put|pushed|dragged|plunged|took|swung|tipped|sank) (?P<x>[^,?]{2,40}?) (?:back )?(?:into|in) the red\b", r"made \g<x> lose money"),
        (r"\b(?:first|maiden|opening|debut) day(?:'s)?(?= (?:at|on)?\W*$)", "first day of trading"),
        # --- phrasal verbs around a name
        (r"\b(?P<who>who|when|where|why|and) (?P<v>set|started) (?P<x>(?!the (?:price|target|goal|record|date|tone|stage)\b)[^,?;:]{2,40}?) up(?= in\b| with\b|\W*$)", r"\g<who> set up \g<x>"),
        (r"\b(?P<n>how many) (?:people|staff|workers|employees|jobs|heads) (?P<aux>did|does|will|has|have|is|was) (?P<x>[^,?]{2,40}?) (?:let go(?: of)?|lay off|laid off|axe|cull|sack|fire|give the (?:boot|push|chop)|show the door|get rid of|shed|cut loose)" + r"(?= (?:in|last|this|at|from)\b|\W*$)", r"how many employees \g<aux> \g<x> lay off"),
        (r"\bhow many (?:people|staff|workers|folks|heads|souls)(?: (?:are|is|were|was|work))? (?:currently |now )?on (?P<x>[^,?]{2,40}?)(?:'s|') (?:payroll|books|staff|roster)\b", r"how many employees does \g<x> have"),
        (r"\bhow many (?:people|staff|workers|folks|heads|souls) (?P<aux>does|did) (?P<x>[^,?]{2,40}?) have (?:on (?:its|the|their) (?:payroll|books|staff)|working for it|under its roof)", r"how many employees \g<aux> \g<x> have"),
        # --- money that comes in, and what is left of it
        (
            rf"\bhow (?:many (?P<u>yuan|dollars|pounds|euros|yen|rmb)|much) more(?: money| cash| revenue)? (?P<aux>will|does|did) {_X} (?:take|bring|rake|pull|haul) in,? (?:during|in|for|over) (?P<y>20\d\d) (?:than|over|compared (?:to|with))(?: (?:it|they))?(?: (?:did|had|took in|made))?,? ?(?:in |for |during )?(?:the )?(?:previous year|year before|prior year|year earlier|last year|20\d\d)",
            r"how much revenue \g<aux> \g<x> add in \g<y> over the year before",
        ),
        (rf"^{_X} (?:turnover|revenue|sales) (?:increase|rise|gain|growth|jump)(?: in)? (?P<y>20\d\d) (?:vs\.?|versus|over|against|from|compared (?:to|with)) 20\d\d,? in (?:yuan|dollars|rmb|money(?: terms)?|cash(?: terms)?|absolute terms)" + _END, r"how much revenue will \g<x> add in \g<y> over the year before"),
        (r"\b(?:reckons?|thinks?|figures?|expects?|believes?|guess(?:es)?) (?:they|it|he|she)(?:'ll|'d| will| would) ", "expects to "),
        (r"\b(?:take|bring|rake|pull|haul)s? in the most(?: money| cash| revenue|(?=\W*$))|\btakes? the most (?:money|cash|revenue)\b|\btook the most (?:money|cash|revenue)\b|\b(?:took|brought|raked|pulled) in the most(?: money| cash| revenue|(?=\W*$))", "have the highest revenue"),
        (r"\b(?:take|bring|rake|pull|haul)s? in more(?: money| cash| revenue|(?=\W*$))|\b(?:took|brought|raked|pulled) in more(?: money| cash| revenue|(?=\W*$))", "have higher revenue"),
        (r"\b(?P<m>how much (?:money |cash )?[^,?]{2,60}?) (?:take|taken|took|pull|pulled|haul|hauled|scoop|scooped) in(?= (?:in|for|over|during|last|this|from|and)\b|[,?]|\W*$)", r"\g<m> bring in"),
        (rf"\b(?:{_MUCH}|what) (?:was|is|were|are|did|does|do|has|will) {_X} {_LEFT}{_IN_TIME},? {_AFTER_TAX}(?= (?:in|for|last|this)\b|[,?]|\W*$)", r"what was \g<x>'s net profit\g<time>"),
        (rf"\b(?:{_MUCH}|what) (?:was|is|were|are|did|does|do|has|will) (?:it|they) {_LEFT}{_IN_TIME},? {_AFTER_TAX}(?= (?:in|for|last|this)\b|[,?]|\W*$)", r"what was its net profit\g<time>"),
        (r"\bhow much (?:money |revenue |cash |business )?(?:came|comes|flowed|flows|rolled) in (?:from|through|via) (?:the )?(?P<n>[a-z]+(?: [a-z]+)?)" + _END, r"what was the \g<n> revenue"),
        (rf"\bhow much of {_X}'s? (?P<n>{SIZE_EN}) (?:is|was|are|were) (?:down to|thanks to|from|due to|owed to|attributable to)(?= )", r"how much of \g<x>'s \g<n> comes from"),
        (r"\bhow much (?:money |cash )?(?P<aux>did|does|will|has) (?P<x>[^,?]{2,40}?) (?:pull|rake|bring|take|haul|scoop) (?:in|up) (?:from|with|through|in|via|by) (?:its |the |their )?(?:float(?:ation)?|flotation|ipo|listing|offering|share sale|going public|market debut)", r"how much money \g<aux> \g<x> raise in its IPO"),
        (r"\bhow much (?:did|does|has|have) (?P<x>[^,?]{2,40}?) (?:cough up|fork out|shell out|splash out|stump up|lay out|hand over|part with|fork over)(?: for| on) (?=(?!the |its |an? |their )[^,?]{2,40}\W*$)", r"how much did \g<x> pay for "),
        (r"\bhow (?:deep|far|badly|heavily|much)(?: is| was)? (?:in|into) the red (?P<aux>was|is|did|has|were) (?:it|they)(?: (?:go|been|slip|sink))?(?= (?:in|for|last|at)\b|[,?]|\W*$)", r"how large \g<aux> its net loss"),
        (r"\bhow (?:deep|far|badly|heavily|much)(?: is| was)? (?:in|into) the red (?P<aux>was|is|did|has|were) (?P<x>[^,?]{2,40}?)(?: (?:go|been|slip|sink))?(?= (?:in|for|last|at)\b|[,?]|\W*$)", r"how large \g<aux> \g<x>'s net loss"),
        (r"^what (?P<aux>did|does|will|has) (?P<x>[^,?;:]{2,50}?) (?:pull|rake|bring|take|haul|turn|pulled|raked|brought|taken) (?:in|over)(?= (?:in|for|over|during|last|this|from)\b|\W*$)", r"how much \g<aux> \g<x> bring in"),
        (r"\bhow much (?P<aux>did|does|do|will|would|has) (?P<x>[^,?;:]{2,50}?) set (?:you|one|me|us|buyers|customers|people|a buyer|a customer|someone) back\b", r"how much \g<aux> \g<x> cost"),
        (r"\bhow much (?P<aux>did|does|do|will|would|has) (?P<x>[^,?;:]{2,50}?) set (?P<y>[^,?;:]{2,40}?) back\b", r"how much \g<aux> \g<y> pay for \g<x>"),
        (r"\bwhen (?P<aux>will|does|did|is|was) (?P<x>[^,?;:]{2,50}?) (?:(?:going|expected|due|set|likely|planning|hoping|supposed) to )?(?:stop (?:bleeding|losing|burning|haemorrhaging|hemorrhaging)(?: through)? (?:money|cash)|turn the corner|(?:get|climb|crawl|come) out of the red|(?:get|be|go|move) (?:back )?in(?:to)? the black|stand on its own (?:two )?feet)(?=\W*$)", r"when \g<aux> \g<x> break even"),
        # --- stakes
        (r"\b(?:which|what|how (?:big|large) an?) (?:share|slice|chunk|piece|stake|part|portion|bit) (?:of|in) (?P<x>(?![^,?]*\b(?:market|revenues?|sales|profits?|turnover|income|business|costs?|output|group|orders?|industry)\b)[A-Z a-z][^,?;:]{1,40}?) (?P<aux>does|did|will|is) (?P<y>[^,?;:]{2,40}?) (?:end up (?:owning|with|holding)|walk away with|get|take|pick up|buy|receive|come away with|getting|taking|buying)(?=\W*$)", r"what stake in \g<x> \g<aux> \g<y> take"),
        # --- what is sold and made
        (rf"\b(?P<n>how many [^,?]{{2,40}}?) {_AUX} {_X} {_SOLD}(?= (?:in|last|this|during|over|so|each|a|per|by)\b|\W*$)", r"\g<n> \g<aux> \g<x> sell"),
        (rf"\b(?P<n>how many [^,?]{{2,40}}?) {_AUX} {_X} {_MADE}(?= (?:in|last|this|during|over|so|each|a|per|by)\b|\W*$)", r"\g<n> \g<aux> \g<x> produce"),
        (r"\bwhat (?P<aux>do|does|did|will|would) (?P<x>[^,?;:]{2,60}?) (?:go|sell|retail) for on average(?: these days| now| today)?", r"what is the average selling price of \g<x>"),
        (r"\bwhen (?:does|do|will|is|are) (?:they|it|we|you) (?:going to |due to |set to )?(?:start|begin) (?:producing|making|building|production of|manufacturing|selling) (?P<x>[^,?;:]{2,50}?)" + _END, r"when does production of \g<x> start"),
        # --- how heavy, how wide
        (r"\bwhat (?P<aux>do|does|did|will) (?P<x>[^,?;:]{2,60}?) (?:tip the scales|weigh in|come in on the scales|clock in on the scales)(?: at)?", r"how much \g<aux> \g<x> weigh"),
        (r"\b(?P<aux>do|does|did|will) (?P<x>[^,?;:]{2,60}?) (?:tip the scales|weigh in)(?: at)?(?=\W*$)", r"\g<aux> \g<x> weigh"),
        *(
            (rf"\bhow (?:many (?:metres|meters|m|cm|centimetres|centimeters|mm|millimetres|millimeters|inches|feet|ft|km|kilometres)) {said} (?:is|are|was|were) (?:the )?(?P<part>[a-z]+(?: [a-z]+)?) (?:on|of|in) (?=[^,?]{{2,40}}\W*$)", rf"what is the \g<part> {noun} of ")
            for said, noun in _LENGTHS.items()
        ),
        (r"\bhow (?:wide|big|large|far) (?:across|in diameter|from (?:end|tip) to (?:end|tip)) (?:is|are|was) (?:the )?(?P<part>[a-z]+) (?:on|of|in) ", r"what is the \g<part> diameter of "),
        (r"\bhow (?:long|many years) (?:is|are|was) (?P<x>[^,?;:]{2,50}?) (?:built|designed|made|meant|supposed|engineered|intended|expected) to (?:last|run|work|stay in (?:use|service)|keep going)\b", r"what is the design life of \g<x>"),
        (r"\bhow power[- ]hungry (?:is|are|was)\b", "what is the power consumption of"),
        # --- up and down
        (rf"\b{_BY_PERCENT} {_AUX} (?P<x>(?:(?!\bprices?\b)[^,?;:]){{2,60}}?) {_UP}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"how fast \g<aux> \g<x> grow"),
        (rf"\b{_BY} {_AUX} (?P<x>[^,?;:]{{2,60}}?) {_UP}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"by how much \g<aux> \g<x> rise"),
        (rf"\b{_BY_PERCENT} {_AUX} (?P<x>(?:(?!\bprices?\b)[^,?;:]){{2,60}}?) {_DOWN}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"how fast \g<aux> \g<x> fall"),
        (rf"\b{_BY} {_AUX} (?P<x>[^,?;:]{{2,60}}?) {_DOWN}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"by how much \g<aux> \g<x> fall"),
        (r"\bby how much (?P<aux>does|did|will|would|do) (?P<x>[^,?;:]{2,60}?) (?:lift|raise|up|bump up|boost) (?=[a-z])(?![^,?]*\b(?:prices?|fees?|fares?|rates?|tariffs?|stakes?|holdings?|dividends?|targets?|guidance|forecasts?)\b)", r"by how much \g<aux> \g<x> improve "),
        (r"\b(?P<m>sales|revenues?|profits?|shipments|deliveries|prices|margins?) (?:are|is) (?:climbing|soaring|going up|shooting up|taking off|rocketing|surging|picking up|ballooning)(?= (?:the )?(?:fastest|most|quickest))", r"\g<m> are growing"),
        (r"\b(?:work|count|reason|calculat|reckon|figur)(?:e|ed|ing)? back(?:wards?)? from (?P<x>[^,?]{2,40}?'s?(?: [\w-]+){0,4}? (?:forecast|guidance|outlook|target|range|figures?)),? (?=(?:\w+ ){0,2}?(?:what|how)\b)", r"implied by \g<x>, "),
        # --- why
        (rf"\b(?P<why>(?:behind|explains?|explained|caused?|causing|reasons? for|drove|driving|blame for|account(?:s|ed)? for) (?:the|its|this|that)(?: \w+)?) (?:slide|slump|dip|tumble|plunge|nosedive|slip|drop-off|downturn|squeeze|dent|wobble|retreat) in (?=[^,?]*\b{SIZE_EN}\b)", r"\g<why> fall in "),
        (rf"\b(?P<why>(?:behind|explains?|explained|caused?|causing|reasons? for|drove|driving|account(?:s|ed)? for) (?:the|its|this|that)(?: \w+)?) (?:jump|leap|surge|spike|uptick|upswing|bounce|climb|pick-?up|upturn|rally|spurt) in (?=[^,?]*\b{SIZE_EN}\b)", r"\g<why> rise in "),
        (r"\bwhat(?:'s| is| was)? the (?:reason|explanation|grounds?) (?P<x>[^,?;:]{2,40}?) (?:gives|gave|cites|cited|offers|offered|states|stated|has given) for wanting (?=(?:its|their|his|her|an?) (?:own )?(?:factory|plant|fab|warehouse|lab|shop|store|fleet)\b)", r"why does \g<x> want to build "),
        (r"\bwhat(?:'s| is| was)? the (?:reason|explanation|grounds?) (?P<x>[^,?;:]{2,40}?) (?:gives|gave|cites|cited|offers|offered|states|stated|has given) for wanting ", r"why does \g<x> want "),
        (rf"\bwhat(?:'s| is| was| has been| were|s| has| had)? {_MOVES_DOWN} {_MEASURED}" + _END, r"why did \g<x> fall"),
        (rf"\bwhat(?:'s| is| was| has been| were|s| has| had)? {_MOVES_UP} {_MEASURED}" + _END, r"why did \g<x> grow"),
        (r"\bwhat(?:'s| is| was| has been| has|s)? (?:forc(?:ing|ed|es)|push(?:ing|ed|es)|compell(?:ing|ed|s)|oblig(?:ing|ed|es)|driv(?:ing|es)|drove|lead(?:ing|s)|led|tempt(?:ing|ed|s)|prompt(?:ing|ed|s)|nudg(?:ing|ed|es)|mov(?:ing|ed|es)) (?P<x>(?!the |its |an? |this |that |their |his |her )[a-z\u3400-\u9fff][^,?;:]{1,40}?) to (?=[a-z])", r"why does \g<x> "),
        (r"\bwhat(?:'s| is| was)? the (?:reason|explanation|grounds?) (?P<x>[^,?;:]{2,40}?) (?:gives|gave|cites|cited|offers|offered|states|stated|has given) for (?=\w+ing\b)", r"why is \g<x> "),
        # --- who and where
        (rf"\bwho(?:'s| is|s) (?:now |currently )?{_RUNS_IT} (?:at|of|in|for) ", "who is the CEO of "),
        (r"\bwho(?:'s| is|s) (?:now |currently )?(?P<x>[^,?;:]{2,40}?)(?:'s|') (?:(?:top|main|head) (?:dog|man|woman|person|guy|banana|brass)|big (?:cheese|boss)|head honcho|numero uno|main man)(?=\W*$)", r"who is the CEO of \g<x>"),
        (r"\bwho (?:all )?(?:had a hand|was involved|were involved|took part|played a part|helped|joined hands) (?:in |with )?(?:starting|founding|setting up|creating|launching|establishing)(?: up)? ", "who founded "),
        (r"\bwhat (?:was|is) (?P<x>[^,?;:]{2,40}?)(?:'s|') (?:line of work|day job|trade|walk of life) (?P<b>before|previously|earlier|until then)", r"what did \g<x> do \g<b>"),
        (r"\bwho (?:calls the shots|holds the reins|wears the trousers|rules the roost|steers the ship|has the top job|has the final say) (?:at|of|in|for) ", "who is the CEO of "),
        (r"\bwhere (?P<aux>does|do|did) (?P<x>[^,?;:]{2,50}?) (?:call home|hang its hat|have its (?:home|base|hq)|hail from|lay its hat)(?=\W*$)", r"where is \g<x> based"),
        (r"\bwhere (?P<aux>is|are|will) (?P<x>[^,?;:]{2,50}?) (?:going up|being put up|be put up|go up|taking shape|being built)(?=\W*$)", r"where will \g<x> be built"),
        (rf"\b(?:in )?whose hands (?:is|are|was) (?:the )?{_POST}(?:'s|')?(?: (?:job|seat|chair|role|post|position|duties|hat))?(?: in)?(?: (?:for the time being|for now|in the meantime|at the moment|meanwhile))?", r"who is filling in as the \g<post>"),
        (rf"\bwho(?:'s| is|s| has)? (?:now |currently )?(?:minding the (?:shop|store)|keeping (?:the|that) (?:seat|chair) warm|holding the fort|plugging the gap|wearing|sitting in|occupying|taking) (?:as |for |in )?(?:the |that )?{_POST}(?:'s|')?(?: (?:job|seat|chair|role|post|position|hat))?", r"who is filling in as the \g<post>"),
        *((rf"\bwho(?:'s| is|s)? (?:now |currently )?{_HANDLES} (?:the )?(?P<x>[^,?;:]{{2,40}}?)(?:'s|') {what}(?=\W*$)", rf"who is the {post} of \g<x>") for what, post in _CHIEFS.items()),
        (r"\bwho employed (?P<x>[^,?;:]{2,40}?) (?:until|till|before|up to when|up until) (?P<then>(?:(?:he|she) (?:moved|went|switched|left|jumped ship) (?:to|for) )?)", r"who did \g<x> work for before "),
        (r"\bwho(?:'s| is| are|s) (?P<x>[^,?;:]{2,40}?)(?:'s|') (?:new |joint[- ]venture |jv |main )?partners?(?: there| here)?(?= (?:in|on|for)\b|[,?]|\W*$)", r"who is \g<x> teaming up with"),
        *((rf"^(?:and |so )?(?:what(?:'s| is|s) )?{whose} (?:remit|brief|responsibilit(?:y|ies)|patch|beat)(?: is)?" + _END, f"what is {who} in charge of") for whose, who in (("his", "he"), ("her", "she"))),
        *((rf"(?:\bhow old was (?P<x>[^,?;:]{{2,40}}?)|^(?:what was )?(?P<y>[^,?;:]{{2,40}}?)'s? age) (?:on|upon|when|at|while|at the time of) {now}\b", rf"how old was \g<x>\g<y> when he {then}") for now, then in _DONE.items()),
        # --- where a price stands
        (r"\b(?:at )?what (?:price|level) (?P<aux>did|do|does) (?P<x>[^,?;:]{2,40}?)(?:'s|')? (?P<n>shares?|stock) (?:finish|end|close|wind up|settle|end up|stand|go out)(?: (?:at|on|up))?(?= |\W*$)", r"where did \g<x> \g<n> close"),
        (r"\bwhat (?P<aux>did|do|does) (?P<x>[^,?;:]{2,40}?)(?:'s|')? (?P<n>shares?|stock) (?:finish|end|close|wind up|settle|end up)(?P<day> (?:on |the |its |their )[^,?]{3,40}?)?(?: at| on)?" + _END, r"where did \g<x> \g<n> close\g<day>"),
        (r"\bwhere (?:did|do|does) (?P<x>[^,?;:]{2,40}?)(?:'s|')? (?P<n>shares?|stock) (?:wind up|fetch up|land up|go out)(?= |\W*$)", r"where did \g<x> \g<n> close"),
        (r"^where (?:does|do|did|is|are|was) (?:the )?(?P<x>[^,?;:]{2,40}?) (?:stand|sit|come in|stood|trade|hover)(?: at)?(?: (?P<now>at (?:the )?(?:latest|last|most recent) (?:reading|count|tally|check|print)|now|today|currently|right now|these days))?" + _END, r"what is the latest \g<x>"),
        # --- shares of a whole, said first; the greatest of all
        (rf"^of (?P<all>[^,?]{{3,50}}?'s? (?:{SIZE_EN}))(?P<time> (?:in|for) [^,?]{{4,24}}?)?, (?:what|which) (?:percentage|share|proportion|per ?cent|fraction|part|portion|slice|chunk) (?:was|is|came|comes|were|are|stemmed|stems|did|does)(?: it (?:get|earn))? from (?P<who>[^?]{{3,60}}?)" + _END, r"what share of \g<all>\g<time> came from \g<who>"),
        (r"^of (?:everything|all(?: the [\w ]{3,20})?|anything)(?: that)? (?P<x>[^,?]{2,40}?) (?P<v>signed|won|sold|made|bought|launched|landed|announced|built|shipped|booked|clinched)(?P<time> (?:in|during|over|for) [^,?]{4,24}?)?, (?:which|what) (?P<n>[^,?]{3,40}?) (?:was|is) (?:the |its )?(?P<top>largest|biggest|smallest|longest|most expensive|priciest)" + _END, r"what was the \g<top> \g<n> that \g<x> \g<v>\g<time>"),
        (rf"\b(?:in|into|of) (?:which|what|how many) {_PARTS} (?:is|are|was) (?P<x>[^,?;:]{{2,40}}?) (?:split|divided|broken (?:up|down)|organi[sz]ed|carved up|made up|structured)(?: into)?", r"what divisions does \g<x> have"),
        (rf"\b(?:what|which) {_PARTS} (?:is|are|was) (?P<x>[^,?;:]{{2,40}}?) (?:split|divided|broken (?:up|down)|organi[sz]ed|carved up|made up|structured)(?: into| of)?", r"what divisions does \g<x> have"),
        # --- nouns for questions
        (r"^(?P<x>(?:(?!\b(?:what|which|whose|why|how|when|where|who|did|does|is|was)\b)[^,?:;]){2,40}?)(?:'s?)? share (?:of|in) (?:the )?(?P<n>[^,?:;]{3,50}? market)(?P<time>,? (?:(?:in|for|as of) )?(?:20\d\d|q[1-4][^,?]{0,6}|last year|this year))?" + _END, r"what share of \g<n> did \g<x> hold\g<time>"),
        *((rf"^(?P<x>[^,?:;]{{2,40}}?) (?P<n>[a-z]{{3,12}}) {noun} (?:goal|target|aim|ambition),? (?:(?:for|in|over|within) )?(?:its |the )?first (?P<time>\d+ (?:months|weeks|years))" + _END, rf"how many \g<n>s does \g<x> want to {verb} in \g<time>") for noun, verb in (("shipment", "ship"), ("sales", "sell"), ("delivery", "deliver"), ("production", "produce"))),
        (rf"^{_NAME}(?:'s)?,? (?:first|maiden|inaugural) (?:sailing|voyage|service|departure|run)(?: date| day)?,?(?: when)?" + _END, r"when does \g<x> start"),
        (rf"^{_NAME}(?:'s)?,? (?:first|maiden|inaugural) (?P<n>deliver(?:y|ies)|shipments?)(?: date| day)?,?(?: when)?" + _END, r"when do deliveries of \g<x> start"),
        (r"^(?:and )?(?:the )?(?:first|maiden|inaugural) (?:deliver(?:y|ies)|shipments?)(?: date| day)?,?(?: when)?" + _END, "when do deliveries start"),
        (
            r"^(?:do you (?:have|know) |what(?:'s| is| was) |give me |i need )?(?:the )?(?P<y>20\d\d )?(?:tonnage|tonnes|tons) of (?P<n>[^?,]{3,50}?) (?P<v>handled|processed|shipped|produced|sold|recycled|mined|moved|made|exported|imported|carried) by (?P<x>[^?,]{2,30}?)(?P<time> (?:in|for|during) 20\d\d)?" + _END,
            r"how many tonnes of \g<n> were \g<v> by \g<x> in \g<y>\g<time>",
        ),
        (r"(?<=\w) in (?P<y>20\d\d) +(?:in|for|during) 20\d\d(?=\W*$)| in (?=\W*$)", r" in \g<y>"),
        (r"\blos(?:es?|t|ing) (?:its |the )?(?:patent (?:protection|cover)|patents?|exclusivity) (?:on|for|over) (?P<n>[^,?]{2,40})" + _END, r"see the patent on \g<n> expire"),
        (r"(?:^and )?\b(?:what|which) (?P<n>(?:[a-z]+ )?(?:platform|product|chip|model|car|phone|drug|game|app|software|gpu|card|series|device|service|system|machine)s?) came out of (?P<x>[^,?;:]{2,30}?)(?= (?:in|that|the|at)\b|\W*$)", r"which \g<n> did \g<x> launch"),
        (r"\bin (?=that same (?:year|month|quarter)\W*$)", ""),
        (r"\b(?:ordinary|plain|regular|vanilla|bog-standard|non-pro) (?=[a-z][\w-]* (?:[a-z]+)?\d)", ""),
        # --- where something happened that was told before
        (r"^(?P<told>(?!what|which|who|how|where|when|why|name|tell|give|list)[^?;:]{12,110}?)(?:,| [-–—]+|;|\.) (?:and )?(?:in|where was (?:that|this|it),?) (?P<w>(?:which|what) (?:city|country|town|place))(?: (?:was|is) (?:that|this|it)(?: in)?)?" + _END, r"\g<told> in \g<w>"),
        # --- whether others say the same
        (r"\b(?:is|was) (?:that|this|it) what (?:the )?(?:rest|others?|other (?:articles|papers|sources|outlets|reports)|everyone else|all of them)(?: of them)? (?:say|says|have|report|reports|give|gives)(?: too| as well)?", "do the others agree"),
        (r"\b(?:is|are) there (?:any )?(?:disagreements?|discrepanc(?:y|ies)|disputes?|differences?|conflicts?) (?:between|among) (?:the |different )?(?:outlets|papers|sources|articles|reports|media) (?:over|on|about|as to|regarding)\b|\b(?:do|did) (?:the )?(?:outlets|media) (?:differ|disagree|agree) (?:over|on|about)\b", "do the papers agree on"),
        (r"(?<=')s top (?=(?:chips|models|cards|gpus|processors)\b)", "s high-end "),
    )
)  # fmt: skip


@lru_cache(256)  # a message is read whole and in parts
def in_plain_english(text: str) -> str:
    """Return a message with English turns of phrase put as the press has them.

    >>> in_plain_english("What do the Iris glasses tip the scales at?"), in_plain_english("How deep in the red was Kestrane in 2025?")
    ('how much do the Iris glasses weigh?', "how large was Kestrane's net loss in 2025?")
    >>> in_plain_english("What's eating into Kestrane's margin?"), in_plain_english("What's eating into the roof?")
    ("why did Kestrane's margin fall?", "What's eating into the roof?")
    """
    return put(_PLAIN, text)
