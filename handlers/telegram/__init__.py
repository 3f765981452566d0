"""Telegram: polling, private chats and groups."""
