-- refused: DATASET
SELECT COUNT(*) AS n FROM y.geheim
