-- refused: SYNTAX
COPY x.h TO '/tmp/h.csv'
