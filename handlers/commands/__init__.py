"""The sub-commands of `xinwen`, a module for those that belong together; each is loaded when it is asked for."""
