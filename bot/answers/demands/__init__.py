"""What a question demands of an answer, each demand with a name and a test: see `bot.answers.demands.table`."""
