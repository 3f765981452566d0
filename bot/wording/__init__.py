"""Every sentence a person can read, one place per language."""
