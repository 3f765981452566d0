"""A small Bot API server on loopback that keeps Telegram's rules, so that the real library is what is tested."""

from __future__ import annotations

import asyncio
import json
import time
from collections import defaultdict, deque
from typing import Any

from aiohttp import web
from telegram_html import BadEntities, visible

TOKEN = "42:TEST"
ME = {
    "id": 42,
    "is_bot": True,
    "first_name": "Xinwen",
    "username": "xinwen_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
}
ANN = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "zh-hant"}
PRIVATE = {"id": 7, "type": "private"}
GROUP = {"id": -100, "type": "supergroup", "title": "G"}


class Refused(Exception):
    def __init__(self, status: int, description: str, retry_after: int | None = None) -> None:
        self.status, self.description, self.retry_after = status, description, retry_after


class FakeApi:
    def __init__(self) -> None:
        self.me = dict(ME)
        self.webhook = ""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.sent: list[dict[str, Any]] = []  # messages accepted, with `visible` and `at` (seconds)
        self.refuse: dict[str, deque[Refused]] = defaultdict(deque)
        self.updates: list[dict[str, Any]] = []
        self._number = 1000
        self._poll: asyncio.Future[None] | None = None

    async def start(self) -> str:
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self.url

    async def close(self) -> None:
        self._wake()
        await self._runner.cleanup()

    def named(self, method: str) -> list[dict[str, Any]]:
        return [params for name, params in self.calls if name == method]

    def push(self, kind: str, value: dict[str, Any], update_id: int | None = None) -> dict[str, Any]:
        self._number += 1
        self.updates.append({"update_id": update_id or self._number, kind: value})
        self._wake()
        return value

    def say(self, text: str | None, chat: dict[str, Any] = PRIVATE, **more: Any) -> dict[str, Any]:
        return self.push("message", self.message(text, chat, **more))

    def message(self, text: str | None, chat: dict[str, Any] = PRIVATE, **more: Any) -> dict[str, Any]:
        self._number += 1
        made = {"message_id": self._number, "date": 1, "chat": chat, "from": ANN} | more
        return made if text is None else made | {"text": text}

    def press(self, data: str, message: dict[str, Any], **more: Any) -> None:
        query = {"id": "q", "from": ANN, "chat_instance": "c", "data": data, "message": message} | more
        self.push("callback_query", query)

    async def answered(self, count: int, within: float = 4) -> list[dict[str, Any]]:
        """Wait until the bot has sent `count` messages."""
        until = time.monotonic() + within
        while len(self.sent) < count:
            assert time.monotonic() < until, f"{len(self.sent)} of {count} messages were sent"
            await asyncio.sleep(0.01)
        return self.sent

    async def _serve(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        params = {k: _value(str(v)) for k, v in (await request.post()).items()}
        self.calls.append((method, params))
        try:
            if request.match_info["token"] != TOKEN:
                raise Refused(401, "Unauthorized")
            if self.refuse[method]:
                raise self.refuse[method].popleft()
            result = await getattr(self, f"_{method}")(params)
        except Refused as no:
            body: dict[str, Any] = {"ok": False, "error_code": no.status, "description": no.description}
            if no.retry_after:
                body["parameters"] = {"retry_after": no.retry_after}
            return web.json_response(body, status=no.status)
        return web.json_response({"ok": True, "result": result})

    async def _getMe(self, _: dict[str, Any]) -> Any:
        return self.me

    async def _deleteWebhook(self, _: dict[str, Any]) -> Any:
        self.webhook = ""
        return True

    async def _getWebhookInfo(self, _: dict[str, Any]) -> Any:
        return {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": len(self.updates)}

    async def _setMyCommands(self, params: dict[str, Any]) -> Any:
        for command in params["commands"]:
            if not 1 <= len(command["command"]) <= 32 or not 1 <= len(command["description"]) <= 256:
                raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        return True

    async def _sendChatAction(self, _: dict[str, Any]) -> Any:
        return True

    async def _answerCallbackQuery(self, params: dict[str, Any]) -> Any:
        if len(str(params.get("text", ""))) > 200:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    async def _getUpdates(self, params: dict[str, Any]) -> Any:
        if self._poll and not self._poll.done():
            self._poll.set_exception(Refused(409, "Conflict: terminated by other getUpdates request"))
        self.updates = [u for u in self.updates if u["update_id"] >= int(params.get("offset", 0))]
        if not self.updates and int(params.get("timeout", 0)):
            self._poll = asyncio.get_running_loop().create_future()
            await asyncio.wait_for(self._poll, 10)
        return self.updates

    async def _sendMessage(self, params: dict[str, Any]) -> Any:
        text = _seen(str(params["text"]), params.get("parse_mode"))
        if not text.strip():
            raise Refused(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) > 2 * 4096:
            raise Refused(400, "Bad Request: message is too long")
        for button in buttons(params):
            if not 1 <= len(button["callback_data"].encode()) <= 64:
                raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
        made = self.message(text, PRIVATE if params["chat_id"] > 0 else GROUP, **{"from": self.me})
        self.sent.append(params | {"visible": text, "at": time.monotonic(), "message": made})
        return made

    def _wake(self) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(None)


def buttons(params: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the buttons under a message that was sent."""
    return [button for row in params.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def _seen(text: str, mode: str | None) -> str:
    try:
        return visible(text) if mode == "HTML" else text
    except BadEntities as bad:
        raise Refused(400, f"Bad Request: can't parse entities: {bad}") from bad


def _value(raw: str) -> Any:
    """Return a parameter as a value: numbers and structures come as JSON, text comes as it is."""
    try:
        return json.loads(raw) if raw[:1] in "[{-0123456789tf" else raw
    except ValueError:
        return raw
