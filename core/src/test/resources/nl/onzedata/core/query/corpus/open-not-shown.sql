-- refused: USE
SELECT buurt, woz FROM x.o
