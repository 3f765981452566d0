"""English verbs and the nouns made of them: to verify is told by verification, an approval by "approved".

Which ending goes with which stem is spelling, not meaning; a stem that no article has costs nothing, so more are made than
there are. Nouns of who does it (manager, founder) are left out: they are somebody else than what is done.
"""

from __future__ import annotations

from functools import lru_cache

_LEAST = 4  # characters of what is left of a stem
# A verb's stem ends so -> the noun has this instead. The first column is what `kb.text.stem` leaves.
_ENDINGS = (
    ("y", "ication"), ("y", "iance"), ("at", "ation"), ("iz", "ization"), ("nd", "nsion"), ("nd", "nse"), ("duc", "duction"), ("quir", "quisition"), ("id", "ision"), ("rg", "rgence"),
    ("mit", "mission"), ("cid", "cision"), ("scrib", "scription"), ("serv", "servation"), ("sum", "sumption"), ("ceiv", "ception"), ("ver", "very"),
    ("", "ment"), ("", "ation"), ("", "ition"), ("", "ion"), ("", "al"), ("", "ance"), ("", "ence"), ("", "ure"), ("", "age"),
)  # fmt: skip
_ADJECTIVES = (("ent", "ency"), ("ent", "ence"), ("ant", "ance"), ("", "ity"), ("", "ness"), ("", "y"), ("ic", "y"))
_NO_FAMILY = frozenset("customer quarter charter counter former general capital commission matter corner chapter number master department apartment moment element document pass mission station section million region passion fashion nation".split())


@lru_cache(1024)
def akin(stem: str) -> tuple[str, ...]:
    """Return the stems that may be made from an English stem, or that it may be made from.

    >>> "verification" in akin("verify"), "approv" in akin("approval"), "expansion" in akin("expand"), akin("customer")
    (True, True, True, ())
    """
    if stem in _NO_FAMILY or not stem.isalpha() or not stem.isascii() or len(stem) < _LEAST:
        return ()
    out = []
    for plain, made in (*_ENDINGS, *_ADJECTIVES):
        if stem.endswith(plain) and len(stem) - len(plain) >= _LEAST - 1:
            out.append(stem[: len(stem) - len(plain)] + made)
        if stem.endswith(made) and len(stem) - len(made) + len(plain) >= _LEAST and stem[: -len(made)][-2:] != "ss":
            out.append(stem[: -len(made)] + plain)
    return tuple(dict.fromkeys(w for w in out if w not in _NO_FAMILY and w != stem))
