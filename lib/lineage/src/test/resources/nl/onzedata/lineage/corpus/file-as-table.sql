-- refused: UNKNOWN NAME
SELECT * FROM "/etc/passwd"
