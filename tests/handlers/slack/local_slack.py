"""A small Slack on loopback: Web API, response_urls and Socket Mode, with Slack's limits.

Real clients talk to it over real connections; tests look at what arrived.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import json
import time
from contextlib import asynccontextmanager
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

BOT_TOKEN, APP_TOKEN, SECRET = "bot-token-for-tests", "app-token-for-tests", "secret-for-tests"
TEAM, BOT_USER, BOT_ID = "T1", "UBOT", "BBOT"
SCOPES = "app_mentions:read,channels:history,chat:write,commands,groups:history,im:history"


class LocalSlack:
    """What arrived is in `posts` (chat.*), `responses` (response_url) and `acks` (Socket Mode)."""

    def __init__(self):
        self.posts, self.responses, self.acks, self.calls = [], [], [], []
        self.errors = {}  # method -> errors to answer with, first come first served
        self.refuse_blocks = False  # as a workspace without some new kind of block does
        self.rate_limit = 0  # how many messages to answer with 429 first
        self.bad_urls = {}  # response_url's name -> (status, body)
        self.scopes = SCOPES
        self.sockets = []
        self.url = self._session = None
        self._numbers = itertools.count(1)

    @asynccontextmanager
    async def running(self):
        app = web.Application()
        app.router.add_post("/api/{method}", self._api)
        app.router.add_post("/respond/{name}", self._respond)
        app.router.add_get("/socket", self._socket)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            async with aiohttp.ClientSession() as self._session:
                yield self
        finally:
            await runner.cleanup()

    async def until(self, found, seconds=5.0):
        """Wait until `found()` is true and return it; fail with what arrived."""
        end = time.monotonic() + seconds
        while not (value := found()):
            assert time.monotonic() < end, f"nothing came; posts={self.posts} responses={self.responses}"
            await asyncio.sleep(0.01)
        return value

    # Web API

    async def _api(self, request):
        method = request.match_info["method"]
        raw = await request.post() if "form" in request.content_type else await request.json()
        body = {key: value for key, value in raw.items() if key != "token"}
        self.calls.append((method, time.monotonic()))
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != wanted:
            return self._json({"ok": False, "error": "invalid_auth"})
        if method.startswith("chat.") and self.rate_limit:
            self.rate_limit -= 1
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"}
            )
        if self.errors.get(method):
            return self._json({"ok": False, "error": self.errors[method].pop(0)})
        return self._json(self._answer(method, body))

    def _answer(self, method, body):
        if method == "auth.test":
            return {
                "ok": True,
                "team_id": TEAM,
                "team": "Team",
                "user": "xinwen",
                "user_id": BOT_USER,
                "bot_id": BOT_ID,
            }
        if method == "apps.connections.open":
            return {"ok": True, "url": f"ws{self.url.removeprefix('http')}/socket?ticket=one-time-ticket"}
        if error := self._faults(body):
            return {"ok": False, "error": error}
        ts = self.ts()
        self.posts.append({"method": method, "ts": ts, "at": time.monotonic(), **body})
        return {"ok": True, "ts": ts, "channel": body.get("channel")}

    def _json(self, body):
        return web.json_response(body, headers={"x-oauth-scopes": self.scopes})

    def _faults(self, body):
        blocks = body.get("blocks") or []
        if self.refuse_blocks and blocks:
            return "invalid_blocks"
        if not body.get("text") or len(body["text"]) > 4000:
            return "no_text" if not body.get("text") else "msg_too_long"
        return block_fault(blocks)

    # response_url

    async def _respond(self, request):
        name, body = request.match_info["name"], await request.json()
        if name in self.bad_urls:
            status, text = self.bad_urls[name]
            return web.Response(status=status, text=text)
        if not body.get("delete_original") and (fault := self._faults(body)):
            return web.Response(status=400, text=fault)
        self.responses.append({"name": name, **body})
        return web.Response(text="ok")

    # Socket Mode

    async def _socket(self, request):
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        await socket.send_json({"type": "hello"})
        async for message in socket:
            if message.type == aiohttp.WSMsgType.TEXT:
                self.acks.append((json.loads(message.data)["envelope_id"], time.monotonic()))
        return socket

    async def send(self, kind, payload, retry=None):
        """Send an envelope over the newest socket and return its id."""
        envelope = f"E{next(self._numbers)}"
        extra = {"retry_attempt": retry, "retry_reason": "timeout"} if retry else {}
        await self.sockets[-1].send_json({"envelope_id": envelope, "type": kind, "payload": payload, **extra})
        return envelope

    def acked(self, envelope):
        return envelope in [e for e, _ in self.acks]

    # HTTP sender

    async def deliver(self, url, body, *, form=False, secret=SECRET, age=0, retry=None, sign=True):
        """Send a request as Slack does, signed; return its status."""
        data = (
            urlencode({"payload": json.dumps(body)} if form == "payload" else body) if form else json.dumps(body)
        )
        stamp = str(int(time.time()) - age)
        signature = hmac.new(secret.encode(), f"v0:{stamp}:{data}".encode(), hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/x-www-form-urlencoded" if form else "application/json"}
        if sign:
            headers |= {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={signature}"}
        if retry:
            headers |= {"x-slack-retry-num": str(retry), "x-slack-retry-reason": "http_timeout"}
        async with self._session.post(url, data=data, headers=headers) as response:
            await response.read()
            return response.status

    # payloads

    def ts(self):
        return f"1700000000.{next(self._numbers):06d}"

    def event(self, text="", *, kind="message", channel="C1", user="U1", **more):
        event = {"type": kind, "channel": channel, "user": user, "text": text, "ts": self.ts(), **more}
        if kind == "message":
            event.setdefault("channel_type", "im" if channel.startswith("D") else "channel")
        return {"type": "event_callback", "team_id": TEAM, "event": event, "event_id": f"Ev{next(self._numbers)}"}

    def slash(self, text, *, channel="C1", user="U1", name="slash"):
        return {
            "command": "/xinwen", "text": text, "channel_id": channel, "user_id": user, "team_id": TEAM,
            "trigger_id": f"tr{next(self._numbers)}", "response_url": f"{self.url}/respond/{name}",
        }  # fmt: skip

    def click(self, button, *, channel="C1", user="U1", message=None, name="click"):
        """A press of `button`; a private message comes without its content, as Slack sends it."""
        container = {"type": "message", "channel_id": channel, "is_ephemeral": message is None}
        container["message_ts"] = message["ts"] if message else self.ts()
        action = {**button, "block_id": "b", "action_ts": self.ts()}
        return {
            "type": "block_actions", "team": {"id": TEAM}, "user": {"id": user, "team_id": TEAM},
            "actions": [action], "channel": {"id": channel}, "container": container,
            "response_url": f"{self.url}/respond/{name}",
            **({"message": message} if message else {}),
        }  # fmt: skip


def block_fault(blocks):
    """Return the error Slack gives for blocks over its limits, or None."""
    if len(blocks) > 50 or sum(block["type"] == "table" for block in blocks) > 1:
        return "invalid_blocks"
    return None if all(_fine(block) for block in blocks) else "invalid_blocks"


def _fine(block):
    match block["type"]:
        case "section":
            return 0 < len(block["text"]["text"]) <= 3000
        case "header":
            return 0 < len(block["text"]["text"]) <= 150
        case "context":
            return 0 < len(block["elements"]) <= 10 and all(0 < len(e["text"]) <= 2000 for e in block["elements"])
        case "actions":
            ids = [element["action_id"] for element in block["elements"]]
            return 0 < len(ids) <= 25 and len(set(ids)) == len(ids) and all(map(_button, block["elements"]))
        case "table":
            cells = [cell["text"] for row in block["rows"] for cell in row]
            widest = max(map(len, block["rows"]))
            return len(block["rows"]) <= 100 and widest <= 20 and all(cells) and sum(map(len, cells)) <= 10_000
        case "rich_text":
            return all(text["text"] for element in block["elements"] for text in element["elements"])
    return False


def _button(element):
    return 0 < len(element["text"]["text"]) <= 75 and 0 < len(element["value"]) <= 2000


def buttons(message):
    """The buttons of a message, by action_id."""
    rows = [block for block in message.get("blocks", []) if block["type"] == "actions"]
    return {element["action_id"]: element for row in rows for element in row["elements"]}
