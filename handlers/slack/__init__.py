"""Slack: Socket Mode or HTTP, commands, mentions, threads."""
