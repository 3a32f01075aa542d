-- uses: tpch.lineitem.l_discount measure, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_orderkey link, tpch.lineitem.l_partkey link, tpch.lineitem.l_quantity measure, tpch.lineitem.l_suppkey link, tpch.nation.n_name group, tpch.nation.n_name show, tpch.nation.n_nationkey link, tpch.orders.o_orderdate group, tpch.orders.o_orderdate show, tpch.orders.o_orderkey link, tpch.part.p_name filter, tpch.part.p_partkey link, tpch.partsupp.ps_partkey link, tpch.partsupp.ps_suppkey link, tpch.partsupp.ps_supplycost measure, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/lineitem.l_orderkey = tpch/orders.o_orderkey, tpch/lineitem.l_partkey = tpch/part.p_partkey, tpch/lineitem.l_suppkey = tpch/supplier.s_suppkey, tpch/lineitem.l_partkey = tpch/partsupp.ps_partkey, tpch/lineitem.l_suppkey = tpch/partsupp.ps_suppkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey
SELECT nation, o_year, SUM(amount) AS sum_profit
FROM (
  SELECT n_name AS nation, EXTRACT(YEAR FROM o_orderdate) AS o_year,
    l_extendedprice * (1 - l_discount) - ps_supplycost * l_quantity AS amount
  FROM tpch.part, tpch.supplier, tpch.lineitem, tpch.partsupp, tpch.orders, tpch.nation
  WHERE s_suppkey = l_suppkey AND ps_suppkey = l_suppkey AND ps_partkey = l_partkey AND p_partkey = l_partkey
    AND o_orderkey = l_orderkey AND s_nationkey = n_nationkey AND p_name LIKE '%green%') AS profit
GROUP BY nation, o_year
ORDER BY nation, o_year DESC
