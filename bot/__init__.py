"""The conversation: a message and a state go in, an answer and the next state come out."""
