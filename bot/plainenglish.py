"""English as it is talked, put as the press has it: "red ink", "churn out", "what's eating into its margin".

Verbs and idioms for earning, losing, rising, selling, weighing, costing, running a firm and breaking off are many, and most
stand around a name ("what is Kestrane shifting to"), so that no list of terms finds them. Each is put as the
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
# Ways up and ways down, of a figure.
_UP = (
    r"(?:(?:go|gone|went|shoot|shot|come|came|creep|crept|edge|edged|inch|inched|tick|ticked|move|moved|step|stepped|pick|picked|head|headed|drift|drifted|push|pushed|tick|bounce|bounced) (?:back )?(?:up|higher|upwards?)"
    r"|climb(?:ed)?|soar(?:ed)?|balloon(?:ed)?|take off|took off|taken off|leap(?:t|ed)?|surge[d]?|swell(?:ed)?|swollen|rocket(?:ed)?|mushroom(?:ed)?|skyrocket(?:ed)?|shoot through the roof|spike[d]?|bulge[d]?|put on|gain(?:ed)?|advance[d]?)"
)
_BY = rf"(?:how far|how sharply|how steeply|how badly|how quickly|by how much|how much(?= [^,?]*\b(?:{SIZE_EN}|prices?|shares?|stock|sales)\b)|by what (?:margin|amount))"
_BY_PERCENT = r"(?:how fast|(?:by )?how (?:many per ?cent|much in (?:per ?cent(?:age)?(?: terms)?|%))|by what (?:percentage|per ?cent|%|proportion|ratio)|what percentage)"
_MANY = r"\bhow (?:many|much)\b(?P<what>[^?,;]{0,60}?) (?P<aux>did|do|does|has|have|had|can|could|will|would|is|are|was|were) (?P<who>[^?,;]{2,60}?) "
_HOLDER = r"(?:customers?|buyers?|clients?|owners?|drivers?|dealers?|airlines?|carriers?|users?|consumers?)"
_DOWN = r"(?:weigh(?:s|ed|ing)? (?:up)?on|drag(?:s|ged|ging)? (?:down(?: on)?|on)|eat(?:s|ing)? (?:away )?(?:at|into)|ate into|pull(?:s|ed|ing)? down|bring(?:s|ing)? down|brought down|push(?:es|ed|ing)? down|driv(?:es|ing) down|drove down|hold(?:s|ing)? (?:back|down)|held (?:back|down)|knock(?:s|ed|ing)?|squeez(?:es|ed|ing)|dent(?:s|ed|ing)?|depress(?:es|ed|ing)?|erod(?:es|ed|ing)|sap(?:s|ped|ping)?)"
_WHAT = r"(?:^|(?<=[,:;] )|(?<=[,:;]))what(?:'s|’s| is| was| has| had| has been| had been| have been| exactly)? (?:it that )?(?:been )?"
_FIGURE = r"(?P<it>[^?,;]{0,60}?\b(?:margins?|profits?|earnings|revenues?|sales|prices?|costs?|income|shares?|stock|volumes?|output|production|deliveries|shipments|results|yields?|turnover|demand|bookings|takings|growth|fares?|rates?|traffic)\b[^?,;]{0,40}?)"
_MOST = r"most|fewest|least|\w+(?:est)|highest|lowest|largest|biggest"
# Verbs with a particle, by the verb that the press has: in the forms "", s, ed, ing.
_VERBS = {
    "produce": "churn out|crank out|knock out|pump out", "buy": "snap up|scoop up|gobble up|swallow up|hoover up", "release": "roll out|trot out", "abandon": "pull the plug on|call time on|walk away from",
    "close": "shut down|board up", "join": "move on to|switch over to|jump ship to|hop over to|jump over to|defect to",
}  # fmt: skip
_IRREGULAR = {"buy": {"ed": "bought"}, "shut": {"ed": "shut", "ing": "shutting"}}
_DOUBLING = frozenset(("snap", "trot", "hop"))
_ENDINGS = ("", "s", "ed", "ing")


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
        # --- whom a firm employs, at whatever time
        (r"\bhow many (?:people|staff|workers|employees|persons) (?:did|does|do|will|has|have|had|was|were|is|are) (?P<who>[^?,;]{2,60}?) (?:employ(?:ed|ing)?|have (?:on )?(?:its |the )?(?:staff|payroll|books))\b(?= (?:at|in|by|as of|worldwide|globally|now|today|then|back)\b)", r"how many employees did \g<who> have"),
        # --- net debt as a multiple of earnings has a name of its own
        (r"\bnet debt as (?:an?|the) (?:multiple|ratio|proportion) (?:of|to) (?:its |adjusted |the )*ebitda\b", "net debt to EBITDA"),
        (r"\bhow many times (?:its |adjusted |the )*(?:\w+ )?ebitda (?:is|was|did|does) (?P<of>(?:the |its )?(?:[\w.&’' -]{2,40}?['’]s )?)net debt(?: (?:stand at|come to|equal|amount to))?\b", r"what is \g<of>net debt to EBITDA"),
        # --- who pays for a service is one of its paying users
        (r"\bhow many (?P<who>people|users|subscribers|customers|members|households|companies|firms|businesses)? ?(?:are |were |now |currently |actually )*(?:pay|pays|paid|paying) for (?P<what>(?!the (?:deal|damage|losses)|it\b|that\b|this\b)[^,?;]{2,40}?)(?=[?]|$)", r"how many paying users does \g<what> have"),
        (r"\b(?:over|in|during|through|throughout|across) the course of (?=(?:the )?(?:20\d\d|year|half|quarter|first|second|last|full))", "in "),
        (r"\b(?:for |in |over |across |throughout |during )?(?:(?:the )?(?:whole|entire|entirety|full|all)(?: year)?|all) (?:of )(?:the )?(?:year )?(?=20\d\d)", "for full-year "),
        (r"^(?P<what>(?:so |hey |hi )*what(?:'s| is| are|s) [^,?]{2,30}), (?:(?:is it |it's |it is )?(?:some|an?|one) (?:(?:kind|sort|type) of )?|some )[a-z ]{3,24}" + _END, r"\g<what>"),
        (r"^(?:hey|hi|hiya|yo|hello|oi|so)(?: there| all| guys| team| folks)?[,!.]* (?=(?:what|who|when|where|why|how|which|whats|whos)\b)", ""),
        (r"^whose (?:task|job|role|responsibility|duty|brief) (?P<at>(?:at|in|within) [^?]{2,40}? )?(?:is|was) it to (?=[a-z])", r"who \g<at>is in charge to "),
        # --- words for others
        *(
            (rf"\b{_bent(verb, end)} {particle}\b(?! of\b)", _bent(plain, end))
            for plain, said in _VERBS.items()
            for verb, _, particle in (v.partition(" ") for v in said.split("|"))
            for end in _ENDINGS
            if particle
        ),
        (r"^(?P<so>so |and )?who or what (?=is|are|was)", r"\g<so>what "),
        # "net profit once non-recurring items are stripped out"
        (
            r"\b(?:net )?(?P<what>profit|loss|earnings|income)\b(?P<mid>[^?]{0,40}?),? (?:once|after|when|if|with) (?:all )?(?:the )?(?:non-?recurring|one-?offs?|exceptional|extraordinary)(?: (?:gains?|losses|loss|items?|charges|profit|and))* (?:are |is |being |having been )?"
            r"(?:stripped out|stripped away|excluded|removed|taken out|deducted|left out|set aside|disregarded|stripped|backed out)",
            r"net profit excluding non-recurring items\g<mid>",
        ),
        (r"\bred ink\b", "net loss"),
        (r"\bvery (?=(?:first|last|latest)\b)", ""),
        (r"\bdo(?:es)? for a living\b", "do"),
        (r"\bflooding\b", "floods"),
        (r"\bcleanup\b", "clean-up"),
        (r"\bprovisioned for\b", "set aside for"),
        (r"\bprise(?P<s>s?)\b", r"price\g<s>"),
        (r"\banalogue(?= )", "analog"),
        (r"\bchip-?makers\b", "chip companies"),
        (r"\btakings\b", "revenue"),
        (rf"\b(?P<n>(?:[\w-]+ )?{SIZE_EN}) (?:figures?|numbers?|tally|reading)(?= (?:for|in)\b|\W*$)", r"\g<n>"),
        (r"\b(?P<n>shipments?|sales|deliver(?:y|ies)|production|output|store|revenue|profit|volume) (?:goals?|ambitions?|objectives?|aims?)\b", r"\g<n> target"),
        # --- money that comes in, and what is left of it
        (r"\b(?:reckons?|thinks?|figures?|expects?|believes?|guess(?:es)?) (?:they|it|he|she)(?:'ll|'d| will| would) ", "expects to "),
        (r"\b(?:take|bring|rake|pull|haul)s? in the most(?: money| cash| revenue|(?=\W*$))|\btakes? the most (?:money|cash|revenue)\b|\btook the most (?:money|cash|revenue)\b|\b(?:took|brought|raked|pulled) in the most(?: money| cash| revenue|(?=\W*$))", "have the highest revenue"),
        (r"\b(?:take|bring|rake|pull|haul)s? in more(?: money| cash| revenue|(?=\W*$))|\b(?:took|brought|raked|pulled) in more(?: money| cash| revenue|(?=\W*$))", "have higher revenue"),
        (r"^what (?P<aux>did|does|will|has) (?P<x>[^,?;:]{2,50}?) (?:pull|rake|bring|take|haul|turn|pulled|raked|brought|taken) (?:in|over)(?= (?:in|for|over|during|last|this|from)\b|\W*$)", r"how much \g<aux> \g<x> bring in"),
        # --- how heavy, how wide
        (r"\bhow power[- ]hungry (?:is|are|was)\b", "what is the power consumption of"),
        # --- up and down
        (rf"\b{_BY_PERCENT} {_AUX} (?P<x>(?:(?!\bprices?\b)[^,?;:]){{2,60}}?) {_UP}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"how fast \g<aux> \g<x> grow"),
        (rf"\b{_BY} {_AUX} (?P<x>[^,?;:]{{2,60}}?) {_UP}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"by how much \g<aux> \g<x> rise"),
        # --- which of several had most: the verb says nothing
        (rf"^(?P<q>(?:and |so )?(?:which|what) [^,?;:]{{2,60}}?) (?:saw|sees?|sent|sends?|posted|recorded|registered|showed|shows|witnessed|experienced|drew|generated) (?=(?:the )?(?:{_MOST})\b)", r"\g<q> had "),
        (r"^(?P<q>(?:and |so )?(?:which|what)) (?:part|area|corner) of (?![^,?;:]*\b(?:business|company|firm|group|operations?|revenues?|sales|portfolio|income|market|industry)\b)(?=[^,?;:]{2,40} (?:had|has|is|was) (?:the )?)", r"\g<q> region of "),
        # --- what somebody asks for a thing
        (r"\bhow much (?:does|do|did|will|would|is|are|was) (?P<who>(?!it\b|they\b|he\b|she\b)[^?,;:]{2,40}?) (?:charge|charging|charges|ask|asking) for (?:its|their|the|an?) (?P<what>[^?,;:]{2,40}?)(?=(?: (?:now|today|these days|at the moment))?\W*$)", r"what is the price of \g<who>'s \g<what>"),
        # --- the largest of its markets
        (r"^(?P<who>(?:(?!\b(?:what|which|whose|why|how|when|where|who)\b)[^?,;:]){2,40}?)['’]s? (?:single )?(?:biggest|largest|main|top|number one) (?:market|country) (?:by|in terms of|for) (?P<by>[a-z][a-z ]{2,24}?)" + _END, r"which country has the most \g<by> of \g<who>"),
        # --- where a price stands
        (r"\b(?:at )?what (?:price|level) (?P<aux>did|do|does) (?P<x>[^,?;:]{2,40}?)(?:'s|')? (?P<n>shares?|stock) (?:finish|end|close|wind up|settle|end up|stand|go out)(?: (?:at|on|up))?(?= |\W*$)", r"where did \g<x> \g<n> close"),
        # --- nouns for questions
        (r"^(?P<x>(?:(?!\b(?:what|which|whose|why|how|when|where|who|did|does|is|was)\b)[^,?:;]){2,40}?)(?:'s?)? share (?:of|in) (?:the )?(?P<n>[^,?:;]{3,50}? market)(?P<time>,? (?:(?:in|for|as of) )?(?:20\d\d|q[1-4][^,?]{0,6}|last year|this year))?" + _END, r"what share of \g<n> did \g<x> hold\g<time>"),
        (r"(?<=\w) in (?P<y>20\d\d) +(?:in|for|during) 20\d\d(?=\W*$)| in (?=\W*$)", r" in \g<y>"),
        (r"\bin (?=that same (?:year|month|quarter)\W*$)", ""),
        # --- where something happened that was told before
        (r"^(?P<told>(?!what|which|who|how|where|when|why|name|tell|give|list)[^?;:]{12,110}?)(?:,| [-–—]+|;|\.) (?:and )?(?:in|where was (?:that|this|it),?) (?P<w>(?:which|what) (?:city|country|town|place))(?: (?:was|is) (?:that|this|it)(?: in)?)?" + _END, r"\g<told> in \g<w>"),
        # --- how many were sold, delivered, made, hired, laid off
        (_MANY + rf"(?:hand(?:ed)?|turn(?:ed)?) over(?: to (?:its |their |the )?{_HOLDER})?(?! (?:to|the|its|power|control|data)\b)", r"how many\g<what> \g<aux> \g<who> deliver"),
        (_MANY + r"(?:turn(?:ed)?|churn(?:ed)?|crank(?:ed)?|pump(?:ed)?|knock(?:ed)?|spit|spat|roll(?:ed)?) out\b", r"how many\g<what> \g<aux> \g<who> produce"),
        # --- what it costs, weighs, lasts
        (r"\bwhat (?P<aux>does|do|did|will|would) (?P<what>[^?,;]{3,70}?) (?:go|sell|retail|change hands) for\b(?! (?:the|a|an|its|their)\b)", r"what is the price of \g<what>"),
        # --- what somebody thinks, whither somebody goes, where somebody was
        (r"\bwhat (?P<aux>do|does|did) (?P<who>[^?,;]{2,60}?) make of (?=\w)", r"what \g<aux> \g<who> think of "),
        (r"\b(?P<verb>move|moved|moves|moving) (?:over|across) to (?=\w)", r"\g<verb> to "),
        # --- what made a figure fall or rise
        (rf"{_WHAT}{_DOWN} {_FIGURE}(?=\W*$)", r"why did \g<it> fall"),
        # --- when
        (r"\bon day one\b", "on the first day"),
        (r"\bwhen did (?P<who>[^?,;]{2,60}?) float\b", r"when did \g<who> list"),
        # --- in all
        (r",? (?:all told|all in all|all put together|all (?:added|lumped|taken) together|when (?:they(?:'re| are)|you(?:'ve| have)?) (?:added|put|add|lump|lumped|all added|all put)(?: them)?(?: all)? (?:up|together)|when (?:all )?(?:added|put|lumped) (?:up|together))(?=[,?]| in\b|\W*$)", " in total"),
        # --- the unit a figure is wanted in
        (r"\bby how many (?:hundreds? (?:of )?)?(?:(?:nt|hk|us|s|a|c)? ?[$€£¥] ?|(?:rmb|cny|usd|hkd|twd|ntd|eur|gbp) ?)?(?:hundred )?(?:million|billion|trillion)s?\b(?: (?:of )?(?:yuan|renminbi|rmb|(?:hong kong |us |nt |new taiwan )?dollars?|euros?|pounds?|yen|won))?(?: ?[(（][\u3400-\u9fff]{2,8}[)）])?", "by how much in money terms"),
        # --- a thing by another word: the share of a whole, a business that is young, what is driven by electricity
        (r"\bstart-up(?P<s>s?)\b", r"startup\g<s>"),
        (r"\be-(?=(?:scooter|moped|motorbike|motorcycle|bus|buse|truck|lorry|lorrie|van|car|boat|ferry|ferrie|taxi|rickshaw|trike|plane)s?\b)", "electric "),
        (r"\b(?P<n>second|third|fourth|fifth|sixth|2nd|3rd|4th|5th)[- ]generation\b|\bgen(?:eration)?[- ]?(?P<d>[2-6])\b", r"generation \g<n>\g<d>"),
    )
)  # fmt: skip


@lru_cache(256)  # a message is read whole and in parts
def in_plain_english(text: str) -> str:
    """Return a message with English turns of phrase put as the press has them.

    >>> in_plain_english("What did Kestrane's red ink come to?"), in_plain_english("Which drones did Kestrane snap up?")
    ("What did Kestrane's net loss come to?", 'Which drones did Kestrane buy?')
    """
    return put(_PLAIN, text)
