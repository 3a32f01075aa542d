-- refused: UNSUPPORTED
SELECT * FROM TABLE(read_csv('/etc/passwd'))
