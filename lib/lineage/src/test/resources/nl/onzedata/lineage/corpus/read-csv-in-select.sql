-- refused: UNSUPPORTED
SELECT read_text('/etc/passwd') AS t FROM x.h
