"""Key room: passphrase, key slots, header and hardening; it never opens the database itself."""
