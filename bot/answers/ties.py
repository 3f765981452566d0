"""What two people are to each other: X和Y是什麼關係, "how is X related to the founder?".

A sentence answers that names the one with a word of kinship, school or teaching, and the other too: by name, or by
the post that is asked for. One that merely names both says nothing of it.
"""

from __future__ import annotations

from bot.answer import Answer
from bot.answers.posts import Posts
from bot.answers.stepwords import MADE
from bot.evidence import Evidence
from bot.question import Question
from kb import lazy
from kb.rows import StoredSentence
from kb.text import fold

_ASKS = lazy.compile(r"(?:什么|啥|何种?|哪种)关系|关系是(?:什么|啥)|\b(?:how|in what way) (?:is|are|was|were) .{2,80}\brelated\b|\bwhat(?:'s| is| was) the (?:relationship|connection|link) (?:between|of)\b|\bwhat (?:relation|kin) is\b|\bwhat is .{2,50} to .{2,50}\?")
_TIE = lazy.compile(
    r"父[亲子女]|母[亲子女]|[长次幼独三四二]?(?:儿子|女儿)|[长次幼独三四][子女]|其[子女妻夫父母弟兄]|之[子女妻夫父母弟兄孙]|第二代|二代|妻子|丈夫|夫人|太太|先生是|夫妻|夫妇|兄[弟长妹]|姐[弟妹姐夫]|弟弟|妹妹|哥哥|堂[兄弟姐妹]|表[兄弟姐妹]|胞[兄弟姐妹]|侄[子女]|外甥|女婿|儿媳|岳父|孙[子女]|叔父|舅|同窗|同学|校友|室友|发小|师[兄弟姐妹生徒父傅]|导师|学生|老友|好友|旧识|旧部|战友"
    r"|\b(?:(?:grand|step|god)?(?:son|daughter|father|mother|child|children)s?|brothers?|sisters?|husband|wife|spouse|cousins?|nephew|niece|uncle|aunt|in-law|married|widow|heir|class-?mates?|room-?mates?|schoolfriends?|friends?|protégé|protege|mentor|student of)\b"
)
_NEAR = 60  # characters between a name and the word for what somebody is to another


class Ties:
    """Tells what people are to each other, for one asker."""

    def __init__(self, evidence: Evidence, posts: Posts) -> None:
        """Quote through `posts`, which also knows who holds a post."""
        self.evidence = evidence
        self._posts = posts

    def asked(self, question: Question) -> bool:
        """Return whether a question asks what somebody is to somebody."""
        return bool(self._people(question)) and bool(_ASKS.search(question.folded))

    def answer(self, question: Question) -> Answer | None:
        """Answer with the sentence that names both with a word for it, or return None."""
        if not self.asked(question):
            return None
        one, *others = self._people(question)
        other = others[0] if others else next((p for p in self._posts.holders(question) if p != one), "")
        if not other and not question.roles:
            return None
        archive = self.evidence.library.archive
        told = [s for s in archive.sentences(archive.sentences_naming(one)[:200]) if s.article_id in self.evidence.visible]
        found = [s for s in told if self._tied(s, one, other)]
        found = found or [s for s in told if question.roles and self._tied(s, one, "") and self._of_post(s, question)]
        return self._posts.quote("person", found[:1]) if found else None

    def _people(self, question: Question) -> list[str]:
        entities = self.evidence.library.names.entities
        return [g[0] for g in question.subjects if entities[g[0]].kind == "person"]

    @staticmethod
    def _tied(sentence: StoredSentence, one: str, other: str) -> bool:
        """Whether a sentence names both, with a word for what they are to each other near one of them."""
        folded = fold(sentence.text)
        if other and not any(m.entity == other for m in sentence.mentions):
            return False
        places = [(m.start, m.end) for m in sentence.mentions if m.entity in (one, other)]
        return any(min(abs(a - t.end()), abs(t.start() - b)) <= _NEAR for t in _TIE.finditer(folded) for a, b in places)

    def _of_post(self, sentence: StoredSentence, question: Question) -> bool:
        """Whether a sentence names the post of the other one, or tells of the founding where a founder is asked for."""
        names, folded = self.evidence.library.names, fold(sentence.text)
        posts = {i for s in names.find(folded) if s.kind == "concept" for i in s.ids}
        return bool(posts & set(question.roles)) or ("founder" in question.roles and bool(MADE.search(folded)))
