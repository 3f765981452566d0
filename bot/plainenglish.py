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
# Ways up and ways down, of a figure.
_UP = (
    r"(?:(?:go|gone|went|shoot|shot|come|came|creep|crept|edge|edged|inch|inched|tick|ticked|move|moved|step|stepped|pick|picked|head|headed|drift|drifted|push|pushed|tick|bounce|bounced) (?:back )?(?:up|higher|upwards?)"
    r"|climb(?:ed)?|soar(?:ed)?|balloon(?:ed)?|take off|took off|taken off|leap(?:t|ed)?|surge[d]?|swell(?:ed)?|swollen|rocket(?:ed)?|mushroom(?:ed)?|skyrocket(?:ed)?|shoot through the roof|spike[d]?|bulge[d]?|put on|gain(?:ed)?|advance[d]?)"
)
_BY = rf"(?:how far|how sharply|how steeply|how badly|how quickly|by how much|how much(?= [^,?]*\b(?:{SIZE_EN}|prices?|shares?|stock|sales)\b)|by what (?:margin|amount))"
_BY_PERCENT = r"(?:how fast|(?:by )?how (?:many per ?cent|much in (?:per ?cent(?:age)?(?: terms)?|%))|by what (?:percentage|per ?cent|%|proportion|ratio)|what percentage)"
_HANDLES = r"(?:heads?|heading|runs?|running|leads?|leading|looks? after|looking after|handles?|handling|holds?|holding|oversees?|overseeing|manages?|managing|minds?|minding|(?:is )?in charge of|(?:is )?responsible for)(?: up)?"
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
        # --- phrasal verbs around a name
        # --- money that comes in, and what is left of it
        (r"\b(?:reckons?|thinks?|figures?|expects?|believes?|guess(?:es)?) (?:they|it|he|she)(?:'ll|'d| will| would) ", "expects to "),
        (r"\b(?:take|bring|rake|pull|haul)s? in the most(?: money| cash| revenue|(?=\W*$))|\btakes? the most (?:money|cash|revenue)\b|\btook the most (?:money|cash|revenue)\b|\b(?:took|brought|raked|pulled) in the most(?: money| cash| revenue|(?=\W*$))", "have the highest revenue"),
        (r"\b(?:take|bring|rake|pull|haul)s? in more(?: money| cash| revenue|(?=\W*$))|\b(?:took|brought|raked|pulled) in more(?: money| cash| revenue|(?=\W*$))", "have higher revenue"),
        (r"^what (?P<aux>did|does|will|has) (?P<x>[^,?;:]{2,50}?) (?:pull|rake|bring|take|haul|turn|pulled|raked|brought|taken) (?:in|over)(?= (?:in|for|over|during|last|this|from)\b|\W*$)", r"how much \g<aux> \g<x> bring in"),
        # --- stakes
        # --- what is sold and made
        # --- how heavy, how wide
        *(
            (rf"\bhow (?:many (?:metres|meters|m|cm|centimetres|centimeters|mm|millimetres|millimeters|inches|feet|ft|km|kilometres)) {said} (?:is|are|was|were) (?:the )?(?P<part>[a-z]+(?: [a-z]+)?) (?:on|of|in) (?=[^,?]{{2,40}}\W*$)", rf"what is the \g<part> {noun} of ")
            for said, noun in _LENGTHS.items()
        ),
        (r"\bhow power[- ]hungry (?:is|are|was)\b", "what is the power consumption of"),
        # --- up and down
        (rf"\b{_BY_PERCENT} {_AUX} (?P<x>(?:(?!\bprices?\b)[^,?;:]){{2,60}}?) {_UP}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"how fast \g<aux> \g<x> grow"),
        (rf"\b{_BY} {_AUX} (?P<x>[^,?;:]{{2,60}}?) {_UP}(?= (?:in|for|by|over|during|last|this|from|compared|vs|versus|year|on)\b|[,?]|\W*$)", r"by how much \g<aux> \g<x> rise"),
        # --- why
        # --- who and where
        *((rf"\bwho(?:'s| is|s)? (?:now |currently )?{_HANDLES} (?:the )?(?P<x>[^,?;:]{{2,40}}?)(?:'s|') {what}(?=\W*$)", rf"who is the {post} of \g<x>") for what, post in _CHIEFS.items()),
        *((rf"^(?:and |so )?(?:what(?:'s| is|s) )?{whose} (?:remit|brief|responsibilit(?:y|ies)|patch|beat)(?: is)?" + _END, f"what is {who} in charge of") for whose, who in (("his", "he"), ("her", "she"))),
        *((rf"(?:\bhow old was (?P<x>[^,?;:]{{2,40}}?)|^(?:what was )?(?P<y>[^,?;:]{{2,40}}?)'s? age) (?:on|upon|when|at|while|at the time of) {now}\b", rf"how old was \g<x>\g<y> when he {then}") for now, then in _DONE.items()),
        # --- where a price stands
        (r"\b(?:at )?what (?:price|level) (?P<aux>did|do|does) (?P<x>[^,?;:]{2,40}?)(?:'s|')? (?P<n>shares?|stock) (?:finish|end|close|wind up|settle|end up|stand|go out)(?: (?:at|on|up))?(?= |\W*$)", r"where did \g<x> \g<n> close"),
        # --- shares of a whole, said first; the greatest of all
        # --- nouns for questions
        (r"^(?P<x>(?:(?!\b(?:what|which|whose|why|how|when|where|who|did|does|is|was)\b)[^,?:;]){2,40}?)(?:'s?)? share (?:of|in) (?:the )?(?P<n>[^,?:;]{3,50}? market)(?P<time>,? (?:(?:in|for|as of) )?(?:20\d\d|q[1-4][^,?]{0,6}|last year|this year))?" + _END, r"what share of \g<n> did \g<x> hold\g<time>"),
        *((rf"^(?P<x>[^,?:;]{{2,40}}?) (?P<n>[a-z]{{3,12}}) {noun} (?:goal|target|aim|ambition),? (?:(?:for|in|over|within) )?(?:its |the )?first (?P<time>\d+ (?:months|weeks|years))" + _END, rf"how many \g<n>s does \g<x> want to {verb} in \g<time>") for noun, verb in (("shipment", "ship"), ("sales", "sell"), ("delivery", "deliver"), ("production", "produce"))),
        (r"(?<=\w) in (?P<y>20\d\d) +(?:in|for|during) 20\d\d(?=\W*$)| in (?=\W*$)", r" in \g<y>"),
        (r"\bin (?=that same (?:year|month|quarter)\W*$)", ""),
        # --- where something happened that was told before
        (r"^(?P<told>(?!what|which|who|how|where|when|why|name|tell|give|list)[^?;:]{12,110}?)(?:,| [-–—]+|;|\.) (?:and )?(?:in|where was (?:that|this|it),?) (?P<w>(?:which|what) (?:city|country|town|place))(?: (?:was|is) (?:that|this|it)(?: in)?)?" + _END, r"\g<told> in \g<w>"),
        # --- whether others say the same
    )
)  # fmt: skip


@lru_cache(256)  # a message is read whole and in parts
def in_plain_english(text: str) -> str:
    """Return a message with English turns of phrase put as the press has them.

    """
    return put(_PLAIN, text)
