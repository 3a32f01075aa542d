-- refused: CUT-EXPR
-- who came more than twice: a choice by a number of rows
SELECT COUNT(*) AS n FROM (SELECT p_id, COUNT(*) AS keren FROM x.v GROUP BY p_id) AS k WHERE keren > 2
